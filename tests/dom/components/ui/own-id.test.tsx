/** What comes in with a later drawing of a page is named by its own label, and what was there keeps its id. */

import { render } from 'preact'
import { afterEach, expect, it } from 'vitest'
import { Switch } from '../../../../components/ui/Switch.tsx'
import { TextField } from '../../../../components/ui/TextField.tsx'

const nothing = () => {}
const draw = (isLater: boolean) =>
  render(
    <main>
      <Switch label="Marks" hint="On every page" isOn onToggle={nothing} />
      {isLater && <TextField label="Address" hint="None is preset" value="" onInput={nothing} />}
    </main>,
    document.body,
  )
afterEach(() => render(null, document.body))

it('gives no id twice, whenever it is asked for', () => {
  draw(false)
  const before = document.querySelector('[id]')?.id
  draw(false)
  draw(true)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(ids).toHaveLength(new Set(ids).size)
  expect(ids).toContain(before)
  const field = document.querySelector('input')
  expect([...(field?.labels ?? [])].map(({ textContent }) => textContent)).toEqual(['Address'])
  expect(document.getElementById(field?.getAttribute('aria-describedby') ?? '')?.textContent).toBe('None is preset')
})

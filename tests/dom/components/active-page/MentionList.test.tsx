/** The list of mentions as it is drawn: their words among those around them, and the figure that they share. */

import { render } from 'preact'
import { afterEach, expect, it, vi } from 'vitest'
import { filterMentions, groupMentions } from '../../../../components/active-page/groups.ts'
import { MentionList } from '../../../../components/active-page/MentionList.tsx'
import type { ListedMention } from '../../../../lib/messaging/protocol.ts'
import { t } from '../words.ts'
import { listed } from './listed.ts'

const FIGURE = 'Japan buys 60–72% of its rare earths from China (2024, sources differ)'
const around = { before: 'some of its ', after: ' from China' }
const MENTIONS = [
  listed({ category: 'one-china', entry: 'one-china-policy', text: 'one-China policy', ...around }),
  listed({ text: 'rare earths', figure: FIGURE, ...around }),
  listed({ text: 'Rare-earth elements', figure: FIGURE, ...around }),
]

function draw(mentions: readonly ListedMention[], lang = '') {
  const onShow = vi.fn<(index: number) => void>()
  const asIs = (entry: string) => entry
  const groups = groupMentions(filterMentions(mentions, '', asIs), 'category')
  render(<MentionList groups={groups} lang={lang} nameOf={asIs} t={t} onShow={onShow} />, document.body)
  return { onShow }
}
afterEach(() => render(null, document.body))

const textsOf = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)

it('has mentions under their categories, each with its words, and the figure that they share once', () => {
  draw(MENTIONS)
  expect(textsOf('h3')).toEqual(['Rare earths2', 'One-China policy1'])
  expect(textsOf('.mention')).toEqual([
    'some of its rare earths from China',
    'some of its Rare-earth elements from China',
    'some of its one-China policy from China',
  ])
  expect(textsOf('.run-figure')).toEqual([FIGURE])
})

it('goes to their place in the list of the page, however they are grouped', () => {
  const { onShow } = draw(MENTIONS)
  for (const button of document.querySelectorAll<HTMLButtonElement>('.mention')) button.click()
  expect(onShow.mock.calls).toEqual([[1], [2], [0]])
})

it('shows mentions among whole words, with dots where a sentence goes on', () => {
  const before = 'kers that buy the greater part of '
  draw([listed({ before, after: ' from China and a little from Aus' })])
  expect(textsOf('.mention')).toEqual(['…that buy the greater part of rare earths from China and a little from…'])
  expect(textsOf('.around')).toEqual(['…that buy the greater part of ', ' from China and a little from…'])
  draw([listed({ before: '', after: '' })])
  expect(document.querySelector('.mention')?.innerHTML).toBe('<strong>rare earths</strong>')
})

it.each([
  ['zh-Hans', 'zh-Hans'],
  ['', null],
])('has the words read, and written, as the language of the page wants it: "%s"', (declared, lang) => {
  draw([listed({ text: '稀土' })], declared)
  const words = document.querySelector('.mention')
  expect([words?.getAttribute('lang'), words?.getAttribute('dir')]).toEqual([lang, 'auto'])
})

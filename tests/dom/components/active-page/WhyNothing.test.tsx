/** Why nothing is shown on a page: each reason in words, and the one button that does something about it, if any. */

import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WhyNothing, type WhyNothingProps } from '../../../../components/active-page/WhyNothing.tsx'
import type { Why } from '../../../../lib/sites/standing.ts'
import { buttons } from '../buttons.ts'
import { t } from '../words.ts'

const MISSING = ['https://blog.example/*']

/** Draws what is said of blog.example, in the popup, or with `isInPanel` in the side panel, which cannot annotate a page. */
function draw(why: Why | null, isInPanel = false) {
  const calls = { onAnnotate: vi.fn<() => void>(), onAllow: vi.fn<WhyNothingProps['onAllow']>() }
  const switches = { site: null, always: null, everywhere: null }
  const given = isInPanel ? { onAllow: calls.onAllow } : calls
  render(
    <WhyNothing standing={{ why, host: 'blog.example', missing: MISSING, switches }} t={t} {...given} />,
    document.body,
  )
  return calls
}
afterEach(() => render(null, document.body))

const words = () => [...document.querySelectorAll('p')].map(({ textContent }) => textContent)
const offered = () => buttons().map(({ textContent }) => textContent)

it.each<[Why, string]>([
  ['paused', 'Paused: nothing is marked on any site.'],
  ['site-off', 'Marks are switched off on blog.example.'],
  ['no-dataset', 'The dataset is being prepared. Reload the page in a moment.'],
  ['reading', 'Reading the page…'],
  ['nothing-found', 'No mention of these four topics on this page.'],
  ['no-drawing', 'This browser cannot draw marks; the mentions are counted here.'],
  ['browser-page', 'This page belongs to the browser. Extensions cannot read it.'],
  ['store', 'Browsers keep extensions off the pages of their extension stores.'],
  ['reader-view', 'Extensions cannot read the browser’s reader view. Leave it to see marks.'],
  ['pdf', 'Tradegloss reads web pages. It cannot read PDF files.'],
  ['file', 'Tradegloss reads pages of the web, not files on this computer.'],
  ['refused', 'The browser does not let extensions read this page.'],
])('%s: says so, and that is all there is to do', (why, text) => {
  draw(why)
  expect(words()).toEqual([text])
  expect(offered()).toEqual([])
})

describe.each<[Why, string]>([
  ['not-article', 'This page does not look like an article, so it is left alone.'],
  ['unlisted', 'blog.example is not on the list of news sites.'],
  ['insecure', 'blog.example has no secure connection. Pages without one are marked one at a time only.'],
  ['not-started', 'Tradegloss has not started on this page.'],
  ['unknown', 'Tradegloss does not run on this page. It runs on a list of news sites, and on sites that you add.'],
])('%s', (why, text) => {
  it('says so and offers to annotate this page', () => {
    const { onAnnotate, onAllow } = draw(why)
    expect(words()).toEqual([text])
    expect(offered()).toEqual(['Annotate this page'])
    buttons()[0]?.click()
    expect(onAnnotate).toHaveBeenCalledOnce()
    expect(onAllow).not.toHaveBeenCalled()
  })

  it('sends the reader of the side panel to the toolbar button', () => {
    draw(why, true)
    expect(words()).toEqual([text, t('panel_use_button')])
    expect(offered()).toEqual([])
  })
})

it.each<[Why, string, string]>([
  ['withheld', 'Your browser does not let Tradegloss read blog.example by itself.', 'Allow on this site'],
  [
    'withheld-everywhere',
    'Your browser does not let Tradegloss read any news site by itself.',
    'Allow on the news sites',
  ],
  [
    'withdrawn',
    'You added blog.example, but your browser no longer lets Tradegloss read it by itself.',
    'Allow on this site',
  ],
  [
    'withdrawn-everywhere',
    'You added all sites, but your browser no longer lets Tradegloss read them by itself.',
    'Allow on all sites',
  ],
])('%s: says so and asks for exactly what is missing', (why, text, button) => {
  const { onAnnotate, onAllow } = draw(why)
  expect(words()).toEqual([text])
  expect(offered()).toEqual([button])
  buttons()[0]?.click()
  expect(onAllow).toHaveBeenCalledExactlyOnceWith(MISSING)
  expect(onAnnotate).not.toHaveBeenCalled()
})

it('is nothing where nothing is to be said', () => {
  draw(null)
  expect(document.body.textContent).toBe('')
})

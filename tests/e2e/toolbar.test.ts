/** What the background does about tabs: the count on the button, the context menu, and the keyboard commands. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from './article.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { eventually } from './waiting.ts'

const SECOND = 'https://www.reuters.com/tradegloss/another/'

let driver: ChromiumDriver
let article: ArticlePage
beforeAll(async () => {
  driver = await startDriver('chromium')
  article = await driver.open(SAMPLE, undefined, {
    also: new Map([[SECOND, '<!doctype html><p>Nothing of note.</p>']]),
  })
  await article.waitForMarks(18)
  // The welcome page may have come in front meanwhile.
  await article.page.bringToFront()
})
afterAll(() => driver.close())

const FRONT = `(await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]`
const badge = () => driver.ask(`(async () => chrome.action.getBadgeText({ tabId: ${FRONT}.id }))()`) as Promise<string>
/** What stands on the button, once it is `wanted`; else whatever there is in the end. */
const badgeWhen = (wanted: string) =>
  eventually(
    () => badge(),
    (seen) => seen === wanted,
  )
/** Presses the keys of a command, as far as the background can tell. */
const command = (name: string) =>
  driver.ask(`(async () => { chrome.commands.onCommand.dispatch('${name}', ${FRONT}) })()`)
const choose = (item: string, selectionText = '') =>
  driver.ask(
    `(async () => { chrome.contextMenus.onClicked.dispatch({ menuItemId: '${item}', selectionText: ${JSON.stringify(selectionText)} }, ${FRONT}) })()`,
  )
const marksWhen = (wanted: number) =>
  eventually(
    async () => (await article.marks()).length,
    (seen) => seen === wanted,
  )

describe('the count on the button', () => {
  it('is that of the mentions shown, and follows the switches', async () => {
    expect(await badgeWhen('18')).toBe('18')
    await driver.change('categories', { 'rare-earths': false, 'dual-use': true, senkaku: true, 'one-china': true })
    expect(await badgeWhen('11')).toBe('11')
    await driver.change('categories', null)
    expect(await badgeWhen('18')).toBe('18')
  })

  it('goes where the reader wants none, and comes back', async () => {
    await driver.change('showsCount', false)
    expect(await badgeWhen('')).toBe('')
    await driver.change('showsCount', null)
    expect(await badgeWhen('18')).toBe('18')
  })

  it('goes with the page', async () => {
    await article.page.goto(SECOND, { waitUntil: 'domcontentloaded' })
    expect(await badgeWhen('')).toBe('')
    await article.page.goBack({ waitUntil: 'domcontentloaded' })
    expect(await badgeWhen('18')).toBe('18')
  })
})

describe('commands', () => {
  it('go to the next mention and back, and open its card', async () => {
    const titleWhen = async (wanted: string) =>
      (
        await eventually(
          () => driver.card(article, 100),
          (card) => card?.title === wanted,
        )
      )?.title
    await command('next')
    expect(await titleWhen('Dual-use items')).toBe('Dual-use items')
    await command('card')
    expect(
      await eventually(
        () => driver.card(article, 100),
        (card) => card === null,
      ),
    ).toBeNull()
    // The headline and the first sentence are both of dual-use goods, the next of rare earths.
    await command('next')
    await command('next')
    expect(await titleWhen('Rare earths')).toBe('Rare earths')
    await command('previous')
    expect(await titleWhen('Dual-use items')).toBe('Dual-use items')
    await article.press('Escape')
  })

  it('switch this site and all sites off and on', async () => {
    await command('site')
    expect(await marksWhen(0)).toBe(0)
    expect(await badgeWhen('')).toBe('')
    await command('site')
    expect(await marksWhen(18)).toBe(18)
    await command('pause')
    expect(await marksWhen(0)).toBe(0)
    await command('pause')
    expect(await marksWhen(18)).toBe(18)
    expect(await badgeWhen('18')).toBe('18')
  })

  it('are in the manifest, two of them with keys', async () => {
    const commands = (await driver.ask('chrome.commands.getAll()')) as { name: string; description: string }[]
    const own = commands.filter(({ name }) => !name.startsWith('_'))
    expect(own.map(({ name }) => name).toSorted()).toEqual(['card', 'next', 'panel', 'pause', 'previous', 'site'])
    expect(own.every(({ description }) => /^[A-Z]/.test(description))).toBe(true)
  })
})

describe('the context menu', () => {
  it('explains a selection', async () => {
    await article.page.evaluate(`(() => {
      const [mark] = CSS.highlights.get('tradegloss-one-china')
      const range = document.createRange()
      range.setStart(mark.startContainer, mark.startOffset)
      range.setEnd(mark.endContainer, mark.endOffset)
      mark.startContainer.parentElement.scrollIntoView({ block: 'center' })
      getSelection().removeAllRanges()
      getSelection().addRange(range)
    })()`)
    const selected = (await article.page.evaluate('String(getSelection())')) as string
    await choose('explain', selected)
    expect((await driver.card(article))?.title.toLowerCase()).toBe(selected.toLowerCase())
  })

  it('has the popup say why where the page is paused', async () => {
    await driver.change('isPaused', true)
    expect(await marksWhen(0)).toBe(0)
    const popup = await driver.popupAfter(async () => void (await choose('explain', 'rare earths')))
    expect(
      await eventually(
        () => popup.text(),
        (text) => text.includes('Paused'),
      ),
    ).toContain('Paused: nothing is marked on any site.')
    await popup.close()
    await driver.change('isPaused', null)
  })
})

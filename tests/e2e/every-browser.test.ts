/** What a reader does, in each browser alike: read, point, switch and restart. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from './article.ts'
import { type ArticlePage, type BrowserName, byCategory, type Driver, eventually, startDriver } from './driver.ts'

const LABELS = ['Rare earths', 'Dual-use goods', 'Senkaku/Diaoyu incident', 'One-China policy']

describe.each(['chromium', 'firefox'] satisfies BrowserName[])('a reader in %s', (name) => {
  let driver: Driver
  beforeAll(async () => {
    driver = await startDriver(name)
  })
  afterAll(() => driver?.close())

  const countIs = async (article: ArticlePage, wanted: number) =>
    expect(
      await eventually(
        () => article.countOf('rare-earths'),
        (count) => count === wanted,
      ),
    ).toBe(wanted)

  it('sees all four categories marked, and the card of the sentence', async () => {
    const article = await driver.open(SAMPLE)
    const marks = byCategory(await article.waitForMarks(18))
    for (const texts of Object.values(marks)) expect(texts.length).toBeGreaterThan(2)
    await article.hover('rare earths')
    const card = await driver.card(article, 5000)
    expect(card?.title).toBe('Rare earths')
    expect(card?.text).toContain('Japan buys 60–72% of its rare earths from China')
    expect(card?.text).toMatch(/This article: 60%\s+· dataset: 60–72% \(2024, sources differ\)/)
    await article.press('Escape')
    expect(await driver.card(article, 300)).toBe(null)
    await article.page.close()
  })

  it('switches a category in the popup, at once in every tab', async () => {
    const other = await driver.open(SAMPLE, 'https://www.reuters.com/tradegloss/another/')
    await other.waitForMarks(18)
    const article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    const popup = await driver.popup()
    const text = await eventually(
      () => popup.text(),
      (seen) => /Rare earths\s+7/.test(seen),
    )
    expect(text).toMatch(/Senkaku\/Diaoyu incident\s+3/)
    expect((await popup.switches()).slice(0, 4)).toEqual(LABELS.map((each) => ({ name: each, isOn: true })))
    await popup.flip('Rare earths')
    for (const tab of [article, other]) {
      await countIs(tab, 0)
      expect(await tab.countOf('dual-use')).toBeGreaterThan(0)
    }
    await popup.flip('Rare earths')
    for (const tab of [article, other]) await countIs(tab, 7)
    await popup.close()
    await article.page.close()
    await other.page.close()
  })

  it('finds it as it was left after a restart of the browser', async () => {
    const article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    const popup = await driver.popup()
    await popup.flip('Rare earths')
    await countIs(article, 0)
    await driver.restart()
    const again = await driver.open(SAMPLE)
    // An extension that was loaded by hand counts as installed anew, and may open a page in front.
    await eventually(
      async () => {
        await again.page.bringToFront()
        return (await again.marks()).length
      },
      (count) => count >= 11,
    )
    const marks = byCategory(await again.marks())
    expect(marks['rare-earths']).toEqual([])
    expect(Object.values(marks).flat().length).toBe(11)
    const reopened = await driver.popup()
    const state = async () => (await reopened.switches()).find((each) => each.name === 'Rare earths')?.isOn
    expect(await eventually(state, (isOn) => isOn !== undefined)).toBe(false)
  })
})

/** What a reader does, in each browser alike: read, point, switch, restart, and take another dataset. @long */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEditionFile } from '../../lib/cli/dataset/package-files.ts'
import type { EditionFile } from '../../lib/dataset/edition.ts'
import type { UpdateStatus } from '../../lib/updates/status.ts'
import { pageOf, SAMPLE } from './article.ts'
import { type ArticlePage, byCategory } from './article-page.ts'
import { cardGone } from './card.ts'
import { type BrowserName, type Driver, startDriver } from './driver.ts'
import { turn } from './turn.ts'
import { eventually } from './waiting.ts'

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
    const card = await driver.card(article)
    expect(card?.title).toBe('Rare earths')
    expect(card?.text).toContain('Japan buys 60–72% of its rare earths from China')
    expect(card?.text).toMatch(/This article: 60%\s+· dataset: 60–\u206072% \(2024, sources differ\)/)
    await article.press('Escape')
    expect(await cardGone(driver, article)).toBe(null)
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
    await turn(popup, 'Rare earths')
    for (const tab of [article, other]) {
      await countIs(tab, 0)
      expect(await tab.countOf('dual-use')).toBeGreaterThan(0)
    }
    await turn(popup, 'Rare earths')
    for (const tab of [article, other]) await countIs(tab, 7)
    await popup.close()
    await article.page.close()
    await other.page.close()
  })

  it('takes another edition, which open tabs follow, and goes back to the bundled one', async () => {
    const whole = await readEditionFile()
    const { columns, rows } = whole.tables.terms as EditionFile['tables'][string]
    const [entry, form] = [columns.indexOf('entry'), columns.indexOf('form')]
    const model = rows.find((row) => row[entry] === 'dysprosium' && row[form] === 'dysprosium') as string[]
    const terms = { columns, rows: [...rows, model.with(form, 'grintovium')] }
    const text = JSON.stringify({ ...whole, edition: '2027.1.1', tables: { ...whole.tables, terms } })
    const ask = (message: object) =>
      driver.inOwnPage(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(message)})`)

    const article = await driver.open(
      pageOf('<h1>Export controls</h1><p>Japan buys dysprosium and grintovium from China.</p>'),
    )
    expect(await article.waitForTexts(['dysprosium'])).toEqual(['dysprosium'])
    await ask({ type: 'update.file', text, name: 'edition.json' })
    const { offer } = (await ask({ type: 'update.status' })) as UpdateStatus
    expect(offer?.lines.join()).toContain('“grintovium” (English) for Dysprosium')
    expect(await ask({ type: 'update.accept', sha256: offer?.sha256, isUnsigned: true })).toEqual({ ok: true })
    await article.page.bringToFront()
    expect(await article.waitForTexts(['dysprosium', 'grintovium'])).toEqual(['dysprosium', 'grintovium'])
    await article.hover('grintovium')
    expect((await driver.card(article))?.title).toBe('Dysprosium')
    expect(await ask({ type: 'update.bundled' })).toEqual({ ok: true })
    expect(await article.waitForTexts(['dysprosium'])).toEqual(['dysprosium'])
    await article.page.close()
  })

  it('finds it as it was left after a restart of the browser', async () => {
    const article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    const popup = await driver.popup()
    await turn(popup, 'Rare earths')
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

/** The real popup over a real tab: counts, switches that take effect at once in every tab, and settings that survive a restart. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { SAMPLE } from './article.ts'
import { axeInBothThemes } from './axe.ts'
import { extensionFor } from './build.ts'
import { ChromiumDriver, eventually } from './driver.ts'

let driver: ChromiumDriver

beforeAll(async () => {
  driver = await new ChromiumDriver(await extensionFor('chrome')).start()
})
afterAll(() => driver.close())

const LABELS = ['Rare earths', 'Dual-use goods', 'Senkaku/Diaoyu incident', 'One-China policy']

it('names a switch per category, with its count on the page', async () => {
  const article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
  const popup = await driver.popup()
  const switches = await popup.switches()
  expect(switches.slice(0, 4).map(({ name }) => name)).toEqual(LABELS)
  expect(switches.slice(0, 4).every(({ isOn }) => isOn)).toBe(true)
  const text = await eventually(
    () => popup.text(),
    (seen) => /Rare earths\s+7/.test(seen),
  )
  expect(text).toMatch(/Rare earths\s+7/)
  expect(text).toMatch(/Senkaku\/Diaoyu incident\s+3/)
  await popup.close()
  await article.page.close()
})

it('switches a category off at once in every open tab, and on again', async () => {
  const first = await driver.open(SAMPLE)
  const second = await driver.open(SAMPLE, 'https://www.reuters.com/tradegloss/another/')
  await second.waitForMarks(18)
  await first.page.bringToFront()
  await first.waitForMarks(18)
  const popup = await driver.popup()
  await popup.flip('Rare earths')
  for (const tab of [first, second]) {
    expect(
      await eventually(
        () => tab.countOf('rare-earths'),
        (count) => count === 0,
        3000,
      ),
    ).toBe(0)
    expect(await tab.countOf('dual-use')).toBeGreaterThan(0)
  }
  await popup.flip('Rare earths')
  for (const tab of [first, second]) {
    expect(
      await eventually(
        () => tab.countOf('rare-earths'),
        (count) => count === 7,
        3000,
      ),
    ).toBe(7)
  }
  await popup.close()
  await first.page.close()
  await second.page.close()
})

it('lists the mentions, and goes to one and opens its card', async () => {
  const article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
  const popup = await driver.popup()
  const mentions = () => popup.page.evaluate(`document.querySelectorAll('.mention').length`) as Promise<number>
  expect(await eventually(mentions, (count) => count === 18)).toBe(18)
  expect(await axeInBothThemes(popup.page)).toEqual({ light: [], dark: [] })
  // The popup closes under the click.
  await popup.page.evaluate(`[...document.querySelectorAll('.mention')].at(-1).click()`).catch(() => {})
  expect((await driver.card(article, 10_000))?.title).toBeTruthy()
  await article.page.close()
})

it('switches one site off, and everything', async () => {
  const here = await driver.open(SAMPLE)
  const elsewhere = await driver.open(SAMPLE, 'https://www.theguardian.com/tradegloss/')
  await elsewhere.waitForMarks(18)
  await here.page.bringToFront()
  await here.waitForMarks(18)
  const popup = await driver.popup()
  await popup.flip('Marks on www.reuters.com')
  expect(
    await eventually(
      () => here.marks(),
      (marks) => marks.length === 0,
      3000,
    ),
  ).toEqual([])
  expect((await elsewhere.marks()).length).toBe(18)
  await popup.flip('Marks on www.reuters.com')
  expect((await here.waitForMarks(18)).length).toBe(18)
  await popup.flip('Pause everywhere')
  for (const tab of [here, elsewhere]) {
    expect(
      await eventually(
        () => tab.marks(),
        (marks) => marks.length === 0,
        3000,
      ),
    ).toEqual([])
  }
  await popup.flip('Pause everywhere')
  expect((await here.waitForMarks(18)).length).toBe(18)
  await popup.close()
  // A tab that nobody sees is read once it is seen.
  await elsewhere.page.bringToFront()
  expect((await elsewhere.waitForMarks(18)).length).toBe(18)
  await here.page.close()
  await elsewhere.page.close()
})

it('keeps what was switched across a restart of the browser', async () => {
  const article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
  const popup = await driver.popup()
  await popup.flip('One-China policy')
  expect(
    await eventually(
      () => article.countOf('one-china'),
      (count) => count === 0,
      3000,
    ),
  ).toBe(0)
  await driver.restart()
  const again = await driver.open(SAMPLE)
  // An unpacked extension may count as installed anew, and its welcome page come in front.
  await eventually(
    async () => {
      await again.page.bringToFront()
      return (await again.marks()).length
    },
    (count) => count >= 14,
  )
  expect(await again.countOf('one-china')).toBe(0)
  expect(await again.countOf('rare-earths')).toBe(7)
  const reopened = await driver.popup()
  expect((await reopened.switches()).find(({ name }) => name === 'One-China policy')?.isOn).toBe(false)
})

/** The real popup over a real tab: the list of mentions, and what switches one site off, or everything. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { SAMPLE } from './article.ts'
import { axeInBothThemes } from './axe.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { turn } from './turn.ts'
import { eventually } from './waiting.ts'

let driver: ChromiumDriver

beforeAll(async () => {
  driver = await startDriver('chromium')
})
afterAll(() => driver.close())

it('lists the mentions, and goes to one and opens its card', async () => {
  const article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
  const popup = await driver.popup()
  const mentions = () => popup.page.evaluate(`document.querySelectorAll('.mention').length`) as Promise<number>
  expect(await eventually(mentions, (count) => count === 18)).toBe(18)
  expect(await axeInBothThemes(popup.page)).toEqual({ light: [], dark: [] })
  // The popup closes under the click.
  await popup.page.evaluate(`[...document.querySelectorAll('.mention')].at(-1).click()`).catch(() => {})
  expect((await driver.card(article))?.title).toBeTruthy()
  await article.page.close()
})

it('switches one site off, and everything', async () => {
  const here = await driver.open(SAMPLE)
  const elsewhere = await driver.open(SAMPLE, 'https://www.theguardian.com/tradegloss/')
  await elsewhere.waitForMarks(18)
  await here.page.bringToFront()
  await here.waitForMarks(18)
  const popup = await driver.popup()
  await turn(popup, 'Marks on www.reuters.com')
  expect(
    await eventually(
      () => here.marks(),
      (marks) => marks.length === 0,
      3000,
    ),
  ).toEqual([])
  expect((await elsewhere.marks()).length).toBe(18)
  await turn(popup, 'Marks on www.reuters.com')
  expect((await here.waitForMarks(18)).length).toBe(18)
  await turn(popup, 'Pause everywhere')
  for (const tab of [here, elsewhere]) {
    expect(
      await eventually(
        () => tab.marks(),
        (marks) => marks.length === 0,
        3000,
      ),
    ).toEqual([])
  }
  await turn(popup, 'Pause everywhere')
  expect((await here.waitForMarks(18)).length).toBe(18)
  await popup.close()
  // A tab that nobody sees is read once it is seen.
  await elsewhere.page.bringToFront()
  expect((await elsewhere.waitForMarks(18)).length).toBe(18)
  await here.page.close()
  await elsewhere.page.close()
})

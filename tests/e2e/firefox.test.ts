/** Firefox: the same article is marked, and the same card opens on hover. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { SAMPLE } from './article.ts'
import { extensionFor } from './build.ts'
import { byCategory, FirefoxDriver } from './driver.ts'

let driver: FirefoxDriver

beforeAll(async () => {
  driver = await new FirefoxDriver(await extensionFor('firefox')).start()
})
afterAll(() => driver.close())

it('marks all four categories and opens the card of the sentence', async () => {
  const article = await driver.open(SAMPLE)
  const marks = byCategory(await article.waitForMarks(18))
  for (const texts of Object.values(marks)) expect(texts.length).toBeGreaterThan(2)
  await article.hover('rare earths')
  const card = await driver.card(article)
  expect(card?.title).toBe('Rare earths')
  expect(card?.text).toContain('Japan buys 60–72% of its rare earths from China')
  expect(card?.text).toMatch(/This article: 60%\s+· dataset: 60–72% \(2024, sources differ\)/)
  await article.press('Escape')
  expect(await driver.card(article, 300)).toBe(null)
})

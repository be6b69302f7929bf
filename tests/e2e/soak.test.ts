/** A tab that is read for a whole day: hundreds of articles and thousands of paragraphs later we hold no more than at first. @long */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { LONG_DAY } from '../../lib/cli/bench/pages/long-day.ts'
import { type ArticlePage, WITH_SCRIPTS } from './article-page.ts'
import { type Driver, startDriver } from './driver.ts'
import { Meter } from '../../lib/cli/bench/pages/meter.ts'

const MEGABYTE = 1_000_000
const NAVIGATIONS = 200
const BATCHES = 20
const BATCH = 500

let driver: Driver
let article: ArticlePage
let meter: Meter
beforeAll(async () => {
  driver = await startDriver('chromium')
  article = await driver.open(LONG_DAY, undefined, { policy: WITH_SCRIPTS })
  meter = await Meter.on(article.page)
})
afterAll(() => driver?.close())

const read = (from: number, count: number) => article.page.evaluate(`read(${from}, ${count})`)
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

it(`holds no more after ${NAVIGATIONS} articles and ${BATCHES * BATCH} paragraphs than after the first few`, async () => {
  await read(0, 20)
  const first = await meter.held()
  await read(20, NAVIGATIONS)
  const later = await meter.held()
  console.log(`heap after ${NAVIGATIONS} navigations: ${first.heapBytes} → ${later.heapBytes} bytes`)
  expect(later.heapBytes - first.heapBytes).toBeLessThan(MEGABYTE)
  expect(later.listeners).toBe(first.listeners)

  const costs: number[] = []
  let before = await meter.scriptMs()
  for (let batch = 0; batch < BATCHES; batch++) {
    await article.page.evaluate(`grow(${batch * BATCH}, ${BATCH})`)
    const now = await meter.scriptMs()
    costs.push(now - before)
    before = now
  }
  console.log(`script ms per ${BATCH} paragraphs: ${costs.map(Math.round).join(' ')}`)
  // Were every paragraph to pay for those before it, the last quarter would cost some seven times the first.
  expect(sum(costs.slice(-5)) / sum(costs.slice(0, 5))).toBeLessThan(2)
  expect((await meter.held()).listeners).toBe(first.listeners)

  await read(NAVIGATIONS + 20, 2)
  const last = await meter.held()
  expect(last.heapBytes - first.heapBytes).toBeLessThan(MEGABYTE)
  expect(last.listeners).toBe(first.listeners)
  expect(article.noise.filter((line) => !/ERR_FAILED/.test(line))).toEqual([])
}, 150_000)

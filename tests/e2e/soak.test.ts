/** A tab that is read for a whole day: hundreds of articles and thousands of paragraphs later we hold no more than at first. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageOf } from './article.ts'
import { startDriver, WITH_SCRIPTS, type ArticlePage, type Driver } from './driver.ts'
import { Meter } from './meter.ts'

/** A news site of one page: it shows article after article, and lets a feed grow. */
const SITE = pageOf(`<main></main><script>
  const SENTENCES = [
    'Japan imports about 60% of its rare earths from China, says report N.',
    'The ministry said on day N that nothing had changed since.',
    'Dual-use items of kind N need a licence.',
    'Ships near the Senkaku Islands turned back for the Nth time.',
    'Prices rose by N per cent.',
  ]
  const paragraph = (n) => {
    const element = document.createElement('p')
    element.textContent = SENTENCES[n % SENTENCES.length].replace('N', n)
    return element
  }
  const paragraphs = (from, count) => Array.from({ length: count }, (_, index) => paragraph(from + index))
  const main = document.querySelector('main')
  const isMarked = () => {
    const last = main.lastElementChild.previousElementSibling
    for (const range of CSS.highlights.get('tradegloss-senkaku') ?? []) if (last.contains(range.startContainer)) return true
    return false
  }
  const until = async (holds) => {
    while (!holds()) await new Promise((next) => setTimeout(next, 10))
  }
  /** Shows articles one after the other, each until its last mention is marked. */
  const read = async (from, count) => {
    for (let n = from; n < from + count; n++) {
      history.pushState({}, '', '/article/' + n)
      main.replaceChildren(...paragraphs(30 * n, 30))
      await until(isMarked)
    }
  }
  const grow = (from, count) => main.append(...paragraphs(from, count))
</script>`)

const MEGABYTE = 1_000_000
const NAVIGATIONS = 200
const BATCHES = 20
const BATCH = 500

let driver: Driver
let article: ArticlePage
let meter: Meter
beforeAll(async () => {
  driver = await startDriver('chromium')
  article = await driver.open(SITE, undefined, { policy: WITH_SCRIPTS })
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

/** What a page notices of whoever works on it: mutations, layout shifts, markup and boxes. Its script runs in the page's own world. */

import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import { highlightName } from '../../lib/page/painter.ts'
import type { ArticlePage } from './article-page.ts'

/** Text that every lexicon has a term for: once it is marked, the whole page was read. */
const SENTINEL = 'rare earths, レアアース, 稀土, 희토류, Seltene Erden, terres rares, tierras raras.'

/** Runs before the page; begins to watch once the page is parsed. */
export const WITNESS = `{
  const mutations = []
  let shift = 0
  addEventListener('DOMContentLoaded', () => {
    const sentinel = document.createElement('p')
    sentinel.id = 'witness-sentinel'
    sentinel.textContent = ${JSON.stringify(SENTINEL)}
    document.body.prepend(sentinel)
    new MutationObserver((records) => {
      for (const { type, target, attributeName } of records)
        mutations.push([type, target.nodeName, attributeName].join(' '))
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  const add = (entries) => {
    for (const { value } of entries) shift += value
  }
  const shifts = new PerformanceObserver((list) => add(list.getEntries()))
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    shifts.observe({ type: 'layout-shift', buffered: true })
  const boxOf = ({ localName, offsetLeft, offsetTop, offsetWidth, offsetHeight }) =>
    [localName, offsetLeft, offsetTop, offsetWidth, offsetHeight].join(' ')
  const frame = () => new Promise(requestAnimationFrame)
  const task = () => new Promise(setTimeout)
  // Two frames and a task from now, whatever was painted has been drawn, and told to the observers.
  window.testify = () => frame().then(frame).then(task).then(() => {
    add(shifts.takeRecords())
    const html = document.documentElement.outerHTML
    // One text: Firefox would take thousands of them apart one by one.
    return JSON.stringify({ mutations, shift, html, boxes: [...document.querySelectorAll('*')].map(boxOf) })
  })
}`

export interface Testimony {
  /** Since the page was parsed. */
  mutations: string[]
  /** Sum of layout shifts since the page began; always 0 where the browser does not measure them. */
  shift: number
  html: string
  /** Name and layout box (CSS px) of every element. */
  boxes: string[]
  /** Console lines and errors of every world. */
  lines: string[]
  /** Addresses asked for. */
  requests: string[]
}

/** All that the page has noticed so far. */
export async function testimonyOf({ page, noise, requests }: ArticlePage): Promise<Testimony> {
  const seen = JSON.parse((await page.evaluate('testify()')) as string) as Omit<Testimony, 'lines' | 'requests'>
  return { ...seen, lines: [...noise], requests: [...requests] }
}

/** How many marks there are besides the sentinel's, by category; null while the page is not read to its end. */
export async function marksBesideSentinel({ page }: ArticlePage): Promise<Record<Category, number> | null> {
  const names = Object.fromEntries(CATEGORIES.map((category) => [category, highlightName(category)]))
  return (await page.evaluate(`(() => {
    let isRead = false
    const counts = {}
    for (const [category, name] of Object.entries(${JSON.stringify(names)})) {
      counts[category] = 0
      for (const { startContainer } of CSS.highlights.get(name) ?? []) {
        if (startContainer.parentElement?.id === 'witness-sentinel') isRead = true
        else counts[category]++
      }
    }
    return isRead ? counts : null
  })()`)) as Record<Category, number> | null
}

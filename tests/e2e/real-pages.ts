/** The saved news pages beside the project, and what each of them notices of us in one browser. */

import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPages, PAGES_FOLDER, readSavedPage, savedPages } from '../../lib/cli/bench/pages/saved-pages.ts'
import type { Category } from '../../lib/detect/types.ts'
import type { ArticlePage } from './article-page.ts'
import { type BrowserName, type Driver, startDriver } from './driver.ts'
import { eventually, wait } from './waiting.ts'
import { marksBesideSentinel, testimonyOf, WITNESS, type Testimony } from './witness.ts'

/** Asked for by the browser itself, whenever it has time. */
const isOfBrowser = (address: string) => /favicon|apple-touch-icon/.test(address)

/** The page once it has loaded what it can and asks for nothing more. */
async function openQuiet(driver: Driver, html: string, address: string): Promise<ArticlePage> {
  const article = await driver.open(html, address, { before: WITNESS })
  // Firefox never ends some pages whose requests are refused.
  await eventually(
    () => article.page.evaluate('document.readyState'),
    (state) => state === 'complete',
    2000,
  )
  for (let asked = -1; asked !== article.requests.length; await wait(150)) asked = article.requests.length
  return article
}

/** Pictures of one sprite are asked for once or several times, as they happen to come. */
const withoutFragment = (address: string) => address.replace(/#.*/, '')

/** Pictures that the page's own markup names: a busy browser loads lazy ones at another moment than the one beside it. */
function picturesOf(html: string, address: string): string[] {
  const lists = [...html.matchAll(/\s(?:data-)?src(?:set)?=(["'])(.*?)\1/gs)].map(([, , list]) => list ?? '')
  return lists
    .flatMap((list) =>
      list
        .replaceAll('&amp;', '&')
        .trim()
        .split(/\s+(?:[\d.]+[wx])?,?\s*/),
    )
    .flatMap((name) => (URL.canParse(name, address) ? [withoutFragment(new URL(name, address).href)] : []))
}

/** What was noticed after `before`, beyond what is in `known`: lines and requests that come anyway. */
function difference(before: Testimony, after: Testimony, known: Testimony, pictures: readonly string[]) {
  const lines = new Set(known.lines)
  const requests = new Set([...known.requests.map(withoutFragment), ...pictures])
  const moved = after.boxes.findIndex((box, index) => box !== before.boxes[index])
  return {
    mutations: after.mutations,
    shift: after.shift - before.shift,
    moved: moved < 0 ? [] : [before.boxes[moved], after.boxes[moved]],
    hasSameMarkup: after.html === before.html && after.html === known.html,
    lines: after.lines.filter((line) => !lines.has(line)),
    requests: after.requests.filter((address) => !requests.has(withoutFragment(address)) && !isOfBrowser(address)),
  }
}

const NOTHING = { mutations: [], shift: 0, moved: [], hasSameMarkup: true, lines: [], requests: [] }

/**
 * Opens every saved page paused; once it is quiet, lets us read and mark it. The page must notice nothing of that. A line, a
 * request or a change of markup may be its own and come late, as a picture does: then a plain browser opens it too, and must
 * show the same.
 */
export function describeRealPages(name: BrowserName): void {
  if (!hasPages) console.warn(`skipped: ${PAGES_FOLDER} is absent, so no saved news page can be read`)
  const pages = savedPages()

  describe.skipIf(!hasPages)(`saved pages in ${name}`, () => {
    let ours: Driver
    let plain: Driver | undefined
    let marked = 0
    let quiet = 0
    beforeAll(async () => {
      ours = await startDriver(name)
    })
    afterAll(async () => {
      console.log(
        `${quiet} of ${pages.length} saved pages in ${name}: 0 mutations, 0 layout shift, 0 console lines, 0 requests; ${marked} marks`,
      )
      await Promise.all([ours?.close(), plain?.close()])
    })

    /** What was noticed beyond what the page notices without us. */
    async function differenceFromPlain(html: string, address: string, before: Testimony, after: Testimony) {
      plain ??= await startDriver(name, true)
      const other = await openQuiet(plain, html, address)
      const pictures = picturesOf(html, address)
      try {
        // The page without us may come to the same a little later.
        return await eventually(
          async () => difference(before, after, await testimonyOf(other), pictures),
          (each) => isDeepStrictEqual(each, NOTHING),
          5000,
        )
      } finally {
        await other.page.close()
      }
    }

    it.each(pages)('$file', async (saved) => {
      const { html, address } = readSavedPage(saved)
      await ours.pause(true)
      const article = await openQuiet(ours, html, address)
      const before = await testimonyOf(article)
      expect(await article.marks()).toEqual([])
      await ours.pause(false)
      const all = () => marksBesideSentinel(article)
      const marks = await eventually(
        all,
        // A short text is answered to before a long one, and what needs the page's topics when those are known.
        (counts) => counts !== null && saved.topics.every((topic) => counts[topic as Category] > 0),
      )
      // As many as there will be.
      for (let seen = null; !isDeepStrictEqual(seen, await all()); await wait(300)) seen = await all()
      expect(marks).not.toBe(null)
      for (const topic of saved.topics)
        expect(marks).toHaveProperty(
          topic,
          expect.toSatisfy((count: number) => count > 0),
        )
      const after = await testimonyOf(article)
      let noticed = difference(before, after, before, [])
      if (!isDeepStrictEqual(noticed, NOTHING)) noticed = await differenceFromPlain(html, address, before, after)
      expect(noticed).toEqual(NOTHING)
      await article.page.close()
      quiet++
      for (const count of Object.values(marks ?? {})) marked += count
    })
  })
}

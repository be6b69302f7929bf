/** Floors under what is said of a mention beside its span: entry, economy and number, in articles in view and in those held out. */

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { createReader, type TextReader } from '../../lib/cli/reader.ts'
import {
  addUpArticles,
  parseArticles,
  scoreArticles,
  type ArticleScore,
  type Share,
} from '../../lib/cli/score/articles.ts'
import { LANGUAGES } from '../../lib/detect/types.ts'

const own = fileURLToPath(new URL('economies/', import.meta.url))

let reader: TextReader
beforeAll(async () => {
  reader = await createReader()
}, 60_000)

const scored = (folder: string): ArticleScore[] =>
  LANGUAGES.map((language) =>
    scoreArticles(language, parseArticles(readFileSync(`${folder}/${language}.jsonl`, 'utf8')), (text) =>
      reader.read(text, { language }),
    ),
  )

const of = ({ right, all }: Share) => right / all

describe.each([
  ['in view', own, { economy: 0.85, named: 0.9, share: 0.93, shares: 0.75, least: 0.75 }],
  ['that nobody tuned to', `${own}held-out`, { economy: 0.78, named: 0.87, share: 0.93, shares: 0.7, least: 0.65 }],
])('articles %s', (_, folder, floor) => {
  it('have their entries, economies and numbers read', () => {
    const scores = scored(folder)
    const all = addUpArticles(scores)
    expect(all.found.all).toBeGreaterThanOrEqual(600)
    expect(of(all.entry)).toBeGreaterThanOrEqual(0.97)
    expect(of(all.economy)).toBeGreaterThanOrEqual(floor.economy)
    expect(of(all.named)).toBeGreaterThanOrEqual(floor.named)
    expect(of(all.numberPrecision)).toBeGreaterThanOrEqual(0.95)
    // A wrong share beside ours costs more than one that is not shown.
    expect(of(all.sharePrecision)).toBeGreaterThanOrEqual(floor.share)
    expect(of(all.shareRecall)).toBeGreaterThanOrEqual(floor.shares)
    expect(scores.filter(({ economy }) => of(economy) < floor.least).map(({ lang }) => lang)).toEqual([])
  }, 60_000)
})

/**
 * Floors under detection, as `annotate` reads: our own labelled passages by language and category, the held-out ones
 * that nobody may tune to, and the development set beside the repository.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { createReader, type TextReader } from '../../lib/cli/text/reader.ts'
import {
  addUp,
  f1,
  parsePassages,
  precision,
  recall,
  score,
  type Passage,
  type Score,
} from '../../lib/cli/score/scorer.ts'
import { languageOfTag } from '../../lib/detect/language.ts'
import { CATEGORIES, LANGUAGES } from '../../lib/detect/types.ts'

const own = fileURLToPath(new URL('.', import.meta.url))
const heldOut = join(own, 'held-out')
/** The development set lies beside the repository, not in it. */
const shared = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

let reader: TextReader
let unjudged: TextReader
beforeAll(async () => {
  reader = await createReader()
  unjudged = await createReader({ isJudged: false })
}, 60_000)

const read = (folder: string, name: string): Passage[] => parsePassages(readFileSync(join(folder, name), 'utf8'))

const scored = (passages: readonly Passage[], by = reader): Score[] =>
  score(passages, ({ id, lang, text }) => {
    const language = languageOfTag(lang)
    if (language === null) throw new Error(`${id}: no lexicon for "${lang}"`)
    return by.read(text, { language })
  })

const rowOf = (scores: readonly Score[], category: Score['category']): Score => {
  const row = scores.find((each) => each.category === category)
  if (row === undefined) throw new Error(`there is no row "${category}"`)
  return row
}

/** Rows of `all` and the categories that lie under a floor, with their scores. */
const under = (scores: readonly Score[], floor: { overlap: number; exact: number }) =>
  (['all', ...CATEGORIES] as const).flatMap((category) => {
    const { overlap, exact } = rowOf(scores, category)
    const is = { overlap: f1(overlap) ?? 0, exact: f1(exact) ?? 0 }
    return is.overlap >= floor.overlap && is.exact >= floor.exact ? [] : [{ category, ...is }]
  })

describe.each(LANGUAGES)('our own passages, %s', (language) => {
  const file = `${language}.jsonl`

  it('are many and of every kind', () => {
    const passages = [...read(own, file), ...read(heldOut, file)]
    const mentions = passages.flatMap((passage) => passage.mentions)
    expect(passages.length).toBeGreaterThanOrEqual(60)
    expect(mentions.length).toBeGreaterThanOrEqual(80)
    expect(passages.filter(({ tags }) => tags.includes('trap')).length).toBeGreaterThanOrEqual(15)
    for (const category of CATEGORIES)
      expect(mentions.filter((mention) => mention.category === category).length).toBeGreaterThanOrEqual(10)
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
  })

  it('are found as a second reader would find them', () => {
    const scores = scored(read(own, file))
    expect(under(scores, { overlap: 0.95, exact: 0.88 })).toEqual([])
    expect(f1(rowOf(scores, 'all').overlap)).toBeGreaterThanOrEqual(0.97)
    expect(f1(rowOf(scores, 'all').exact)).toBeGreaterThanOrEqual(0.93)
  })

  it('that nobody tuned to are found nearly as well', () => {
    const scores = scored(read(heldOut, file))
    expect(f1(rowOf(scores, 'all').overlap)).toBeGreaterThanOrEqual(0.95)
    expect(f1(rowOf(scores, 'all').exact)).toBeGreaterThanOrEqual(0.92)
  })
})

describe('traps', () => {
  /** Precision in passages tagged `trap`, all languages together: each alone has too few mentions to say anything. */
  const onTraps = (folder: string, batch = '') => {
    const passages = LANGUAGES.flatMap((language) => read(folder, `${language}.jsonl`))
    const scores = LANGUAGES.flatMap((language) =>
      scored(passages.filter(({ id, lang }) => languageOfTag(lang) === language && id.startsWith(batch))),
    )
    return precision(rowOf(addUp(scores, 'all'), 'traps').overlap)
  }

  it('stay silent', () => {
    expect(onTraps(own)).toBeGreaterThanOrEqual(0.95)
  })

  // The traps of all but the first batch were asked for as what misleads a string matcher hardest; measured as the first, not mended; of n9 seven passages in ten are such traps, of t1 and t2 all.
  it.each([
    ['h3-', 0.9],
    ['n5-', 0.75],
    ['n7-', 0.65],
    ['n8-', 0.8],
    ['n9-', 0.7],
    ['t1-', 0.83],
    ['t2-', 0.8],
  ])('that nobody tuned to stay silent as a rule, batch %s', (batch, floor) => {
    expect(onTraps(heldOut, batch)).toBeGreaterThanOrEqual(floor)
  })
})

describe('the judge', () => {
  it('earns its place: fewer wrong mentions in English, and none lost', () => {
    const passages = [...read(own, 'en.jsonl'), ...read(heldOut, 'en.jsonl')]
    const [all, without] = [rowOf(scored(passages), 'all').overlap, rowOf(scored(passages, unjudged), 'all').overlap]
    expect(all.found - all.right).toBeLessThan(without.found - without.right)
    expect(all.reached).toBe(without.reached)
  })
})

const isThere = (name: string) => existsSync(join(shared, name))
const whereIs = (name: string) => (isThere(name) ? name : `${join(shared, name)} (absent, so skipped)`)

describe.skipIf(!isThere('dev-en.jsonl'))(`development set: ${whereIs('dev-en.jsonl')}`, () => {
  it('keeps its floors in English', () => {
    expect(under(scored(read(shared, 'dev-en.jsonl')), { overlap: 0.97, exact: 0.93 })).toEqual([])
  })
})

describe.skipIf(!isThere('dev-intl.jsonl'))(`development set: ${whereIs('dev-intl.jsonl')}`, () => {
  it('finds most mentions in the other languages', () => {
    const scores = scored(read(shared, 'dev-intl.jsonl'))
    expect(recall(rowOf(addUp(scores, 'all'), 'all').overlap)).toBeGreaterThanOrEqual(0.85)
  })
})

it('every file of passages is one of a language', () => {
  const names = LANGUAGES.map((language) => `${language}.jsonl`).sort()
  for (const folder of [own, heldOut])
    expect(
      readdirSync(folder)
        .map((name) => basename(name))
        .filter((name) => name.endsWith('.jsonl'))
        .sort(),
    ).toEqual(names)
})

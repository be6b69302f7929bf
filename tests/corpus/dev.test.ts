/** Scores detection against the labelled passages: the development set with floors, every language's file as a table. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { detect } from '../../lib/detect/detect.ts'
import { languageOfTag } from '../../lib/detect/language.ts'
import type { Lexicon } from '../../lib/detect/lexicon.ts'
import { CATEGORIES, type Language, type Mention } from '../../lib/detect/types.ts'
import { bundledLexicons } from '../helpers/lexicons.ts'
import { addUp, f1, misses, parsePassages, printScores, recall, score, type Passage } from '../helpers/score.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
/** The development set lies beside the repository, not in it: it was used to write the rules. */
const shared = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const devEnglish = join(shared, 'dev-en.jsonl')
const devOthers = join(shared, 'dev-intl.jsonl')

let lexicons: Record<Language, Lexicon>
beforeAll(async () => {
  lexicons = await bundledLexicons()
})

const read = (file: string): Passage[] => parsePassages(readFileSync(file, 'utf8'))

function find({ id, lang, text, title }: Passage): Mention[] {
  const language = languageOfTag(lang)
  if (language === null) throw new Error(`${id}: no lexicon for "${lang}"`)
  return detect(lexicons[language], text, title)
}

/**
 * Scores a file and prints its table; for the development set, with TRADEGLOSS_MISSES set, also every mention behind a
 * lost point. Never for the files of this folder: rules written after reading their misses would be measured by themselves.
 */
function scoreFile(file: string, mayShowMisses = false) {
  const passages = read(file)
  const scores = score(passages, find)
  const several = new Set(scores.map(({ lang }) => lang)).size > 1
  const all = several ? addUp(scores, 'all') : scores
  let printed = `\n${basename(file)}\n${printScores(several ? [...scores, ...all] : scores)}\n`
  if (mayShowMisses && process.env.TRADEGLOSS_MISSES)
    for (const { id, kind, category, text } of misses(passages, find)) printed += `${kind} ${id} ${category}: ${text}\n`
  console.log(printed)
  const rowOf = (category: string) => {
    const row = all.find((each) => each.category === category)
    if (row === undefined) throw new Error(`${file} has no row "${category}"`)
    return row
  }
  return { scores, rowOf }
}

const whereIs = (file: string) => (existsSync(file) ? basename(file) : `${file} (absent, so skipped)`)

describe.skipIf(!existsSync(devEnglish))(`development set: ${whereIs(devEnglish)}`, () => {
  it('keeps its floors in English', () => {
    const { rowOf } = scoreFile(devEnglish, true)
    const low = (['all', ...CATEGORIES] as const).flatMap((category) => {
      const [overlap, exact] = [f1(rowOf(category).overlap) ?? 0, f1(rowOf(category).exact) ?? 0]
      return overlap >= 0.95 && exact >= 0.9 ? [] : [{ category, overlap, exact }]
    })
    expect(low).toEqual([])
  })
})

describe.skipIf(!existsSync(devOthers))(`development set: ${whereIs(devOthers)}`, () => {
  it('finds most mentions in the other languages', () => {
    const { rowOf } = scoreFile(devOthers, true)
    expect(recall(rowOf('all').overlap)).toBeGreaterThanOrEqual(0.85)
  })
})

const files = readdirSync(here).filter((name) => name.endsWith('.jsonl'))

describe.skipIf(files.length === 0)(`labelled passages of this folder: ${files.join(', ') || 'none yet'}`, () => {
  it.each(files)('%s', (name) => {
    expect(scoreFile(join(here, name)).scores).not.toEqual([])
  })
})

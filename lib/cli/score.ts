/** `npm run -s score`: how well detection agrees with labelled passages, as a table by language and category. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { languageOfTag } from '../detect/language.ts'
import { ROOT } from './extension.ts'
import { fail } from './fail.ts'
import { createReader } from './reader.ts'
import { addUp, misses, parsePassages, printScores, score, type Found, type Passage } from './score/scorer.ts'

const HELP = `npm run -s score -- [FILE.jsonl …] [--misses] [--no-judge]

  Labelled passages in (the project's own and, where it lies beside the project, the development set), a table out.
  A passage is read as \`annotate --jsonl\` reads it: its text and language, without its title.

  --misses    also every mention behind a lost point; not for the held-out passages, which nobody may tune to
  --no-judge  without the second look at doubtful English sentences`

const OWN = join(ROOT, 'tests/corpus')
const HELD_OUT = join(OWN, 'held-out')
const SHARED = join(ROOT, '../shared/corpus')

const jsonlIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => join(folder, name))
    : []

async function run(files: string[], isJudged: boolean, showsMisses: boolean): Promise<void> {
  const reader = await createReader({ isJudged })
  const find = ({ id, lang, text }: Passage): Found[] => {
    const language = languageOfTag(lang)
    if (language === null) throw new Error(`${id}: no lexicon for "${lang}"`)
    return reader.read(text, { language })
  }
  for (const file of files) {
    if (showsMisses && file.startsWith(HELD_OUT))
      throw new Error(
        `${relative(ROOT, file)} is held out: a rule written after reading its misses would measure itself.`,
      )
    const passages = parsePassages(readFileSync(file, 'utf8'))
    const scores = score(passages, find)
    const isMixed = new Set(scores.map(({ lang }) => lang)).size > 1
    console.log(`\n${relative(process.cwd(), file)}\n`)
    console.log(printScores(isMixed ? [...scores, ...addUp(scores, 'all')] : scores))
    if (!showsMisses) continue
    for (const { id, kind, category, text } of misses(passages, find)) console.log(`${kind} ${id} ${category}: ${text}`)
  }
}

const options = {
  misses: { type: 'boolean' },
  'no-judge': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const files = positionals.length > 0 ? positionals : [OWN, HELD_OUT, SHARED].flatMap(jsonlIn)
  if (values.help) console.log(HELP)
  else await run(files, !values['no-judge'], values.misses ?? false)
} catch (error) {
  fail(error)
}

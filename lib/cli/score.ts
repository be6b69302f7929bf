/** `npm run -s score`: how well detection agrees with labelled passages, as a table by language and category. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { languageOfTag } from '../detect/language.ts'
import type { Language } from '../detect/types.ts'
import { ROOT } from './browser/extension.ts'
import { fail, inWords } from './fail.ts'
import { createReader, type TextReader } from './text/reader.ts'
import { addUpArticles, parseArticles, scoreArticles } from './score/articles.ts'
import { printArticles, printMarkdown, printScores, printSideBySide } from './score/print.ts'
import { addUp, misses, parsePassages, score, type Found, type Passage } from './score/scorer.ts'

const HELP = `npm run -s score -- [FILE.jsonl …] [--misses | --markdown | --economies]

  Labelled passages in (the project's own and, where it lies beside the project, the development set), a table out.
  A passage is read as \`annotate --jsonl\` reads it: its text and language, without its title. English passages are also
  read without the judge, the second look at doubtful sentences, and both are set side by side at the end.

  --markdown  one Markdown table a folder, a row a language, as the README has them
  --economies instead of spans: entry, economy and number of mentions, over the project's labelled articles; with --markdown
              as a table for the README
  --misses    also every mention behind a lost point; not for the held-out passages, which nobody may tune to`

const OWN = join(ROOT, 'tests/corpus')
const HELD_OUT = join(OWN, 'held-out')
/** Labelled with what is said of a mention beside its span; the second were written for their amounts. */
const ARTICLES = ['economies', 'economies/amounts'].map((folder) => join(OWN, folder))
const SHARED = join(ROOT, '../shared/corpus')

const jsonlIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => join(folder, name))
    : []

const findBy =
  (reader: TextReader) =>
  ({ id, lang, text }: Passage): Found[] => {
    const language = languageOfTag(lang)
    if (language === null) throw new Error(`${id}: no lexicon for "${lang}"`)
    return reader.read(text, { language })
  }

/** Throws an Error that names the file, and the line where it is no labelled passage. */
function passagesOf(file: string): Passage[] {
  const text = readFileSync(file, 'utf8')
  let passages: Passage[]
  try {
    passages = parsePassages(text)
  } catch (error) {
    throw new Error(`${relative(process.cwd(), file)} ${inWords(error)}`, { cause: error })
  }
  if (passages.length === 0) throw new Error(`${relative(process.cwd(), file)} holds no passage.`)
  return passages
}

async function run(files: string[], showsMisses: boolean): Promise<void> {
  const heldOut = files.find((file) => file.startsWith(HELD_OUT))
  if (showsMisses && heldOut !== undefined)
    throw new Error(
      `${relative(ROOT, heldOut)} is held out: a rule written after reading its misses would measure itself.`,
    )
  const find = findBy(await createReader())
  const findUnjudged = findBy(await createReader({ isJudged: false }))
  const englishIn: { file: string; passages: Passage[] }[] = []
  for (const file of files) {
    const passages = passagesOf(file)
    const scores = score(passages, find)
    const isMixed = new Set(scores.map(({ lang }) => lang)).size > 1
    console.log(`\n${relative(process.cwd(), file)}\n`)
    console.log(printScores(isMixed ? [...scores, ...addUp(scores, 'all')] : scores))
    const english = passages.filter(({ lang }) => languageOfTag(lang) === 'en')
    if (english.length > 0) englishIn.push({ file: relative(process.cwd(), file), passages: english })
    if (!showsMisses) continue
    for (const { id, kind, category, text } of misses(passages, find)) console.log(`${kind} ${id} ${category}: ${text}`)
  }
  if (englishIn.length === 0) return
  console.log('\nEnglish with and without the judge\n')
  console.log(
    printSideBySide(
      englishIn.flatMap(({ file, passages }) => [
        { name: `${file}, with`, scores: score(passages, find) },
        { name: '… without', scores: score(passages, findUnjudged) },
      ]),
    ),
  )
}

/** The passages of each folder as one Markdown table. */
async function runMarkdown(files: string[]): Promise<void> {
  const find = findBy(await createReader())
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const passages = files.filter((file) => dirname(file) === folder).flatMap((file) => passagesOf(file))
    const scores = score(passages, find)
    console.log(`\n${relative(process.cwd(), folder)}: ${passages.length.toLocaleString('en')} passages\n`)
    console.log(printMarkdown([...scores, ...addUp(scores, 'all')]))
  }
}

/** Entries, economies and numbers in labelled articles, those in view and those held out. */
async function runEconomies(isMarkdown: boolean): Promise<void> {
  const reader = await createReader()
  for (const folder of ARTICLES.flatMap((inView) => [inView, join(inView, 'held-out')])) {
    const scores = jsonlIn(folder).map((file) => {
      const language = basename(file, '.jsonl') as Language
      return scoreArticles(language, parseArticles(readFileSync(file, 'utf8')), {
        figuresOf: reader.figuresOf,
        read: (text) => reader.read(text, { language }),
      })
    })
    console.log(`\n${relative(process.cwd(), folder)}\n`)
    console.log(printArticles([...scores, addUpArticles(scores)], isMarkdown))
  }
}

const options = {
  economies: { type: 'boolean' },
  markdown: { type: 'boolean' },
  misses: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const folders = values.misses ? [OWN, SHARED] : [OWN, HELD_OUT, SHARED]
  const files = positionals.length > 0 ? positionals.map((file) => resolve(file)) : folders.flatMap(jsonlIn)
  if (values.help) console.log(HELP)
  else if (values.economies) await runEconomies(values.markdown ?? false)
  else if (values.markdown) await runMarkdown(files)
  else await run(files, values.misses ?? false)
} catch (error) {
  fail(error)
}

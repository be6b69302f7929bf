/** `npm run -s annotate`: text in, mentions out, with the same code as in the browser. Streams; memory stays constant. */

import { once } from 'node:events'
import { fstatSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { buffer as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { LANGUAGES, type ArticleNumber, type Language } from '../detect/types.ts'
import { languageOfTag } from '../detect/language.ts'
import { messageOf } from '../unknown/message.ts'
import { createReader, type ReadMention, type TextReader } from './text/reader.ts'
import { decode, textOfUtf8 } from './text/decode.ts'
import { fail, inWords, tellUnwritable } from './fail.ts'
import { articleOfHtml } from './text/html.ts'
import { parseLine } from './text/json-line.ts'
import { table } from './table.ts'

const HELP = `npm run -s annotate -- [--jsonl [--stats] | --html] [--lang L] < input

  (no flag)   plain text in, a table of mentions out
  --html      HTML in, a table out; the page says its date and language itself
  --jsonl     one {"id","text","lang"?,"date"?} a line in, one {"id","mentions":[…]} a line out, in the same order
  --stats     with --jsonl: lines, mentions, time and peak memory on stderr at the end
  --lang L    language of texts that name none, and of HTML whatever it names: ${LANGUAGES.join(', ')}`

/** With what a share is a share of, where it is one that is set beside the dataset's. */
const printedNumber = ({ text, value, unit, of }: ArticleNumber) => ({ text, value, unit, ...(of && { of }) })

/** A mention as a line of output carries it; what does not exist is left out. */
const printed = ({ start, end, text, category, entry, confidence, economy, number, figure }: ReadMention) => ({
  start,
  end,
  text,
  category,
  entry,
  confidence,
  economy,
  ...(figure === null ? {} : { figure }),
  ...(number === null ? {} : { number: printedNumber(number) }),
})

interface Stats {
  lines: number
  mentions: number
  isClean: boolean
}

async function annotateLines(reader: TextReader, language: Language | undefined): Promise<Stats> {
  const stats: Stats = { lines: 0, mentions: 0, isClean: true }
  let number = 0
  // A byte a character: lines are cut as they are, and each is then decoded or found to be no UTF-8.
  process.stdin.setEncoding('latin1')
  for await (const bytes of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++
    if (bytes.trim() === '') continue
    let output: string
    try {
      const source = textOfUtf8(Buffer.from(bytes, 'latin1'))
      if (source === null) throw new Error('is not UTF-8')
      const { id, text, lang, date } = parseLine(source)
      const mentions = reader.read(text, { language: lang ?? language, date }).map(printed)
      output = JSON.stringify({ id, mentions })
      stats.lines++
      stats.mentions += mentions.length
    } catch (error) {
      process.stderr.write(`line ${number} ${messageOf(error)}\n`)
      stats.isClean = false
      continue
    }
    if (!process.stdout.write(`${output}\n`)) await once(process.stdout, 'drain')
  }
  return stats
}

/** A few long lines take their time: "0.1" says more than "0". */
const paceOf = (pace: number) => pace.toLocaleString('en', { maximumFractionDigits: pace < 10 ? 1 : 0 })

/** Node counts a process's peak of resident memory in kilobytes. */
function tellStats({ lines, mentions }: Stats, seconds: number): void {
  const count = (value: number) => Math.round(value).toLocaleString('en')
  const peak = process.resourceUsage().maxRSS / 1024
  process.stderr.write(
    `${count(lines)} lines, ${count(mentions)} mentions, ${seconds.toFixed(1)} s, ${paceOf(lines / seconds)} lines a second, peak memory ${count(peak)} MB\n`,
  )
}

/** A text to make a table of; what is undefined is guessed, or today. */
interface Article {
  text: string
  language: Language | undefined
  date?: string | undefined
}

function annotateText(reader: TextReader, { text, ...about }: Article): void {
  const mentions = reader.read(text, about)
  if (mentions.length === 0)
    return console.log(
      'No mention of rare earths, dual-use goods, the Senkaku/Diaoyu incident or the one-China policy.',
    )
  console.log(
    table(
      ['category', 'text', 'entry', 'conf.', 'economy', 'in the text', 'headline figure'],
      mentions.map((mention) => [
        mention.category,
        mention.text,
        mention.entry,
        mention.confidence.toFixed(2),
        mention.economy,
        mention.number?.text ?? '',
        reader.figureInWords(mention, about.date),
      ]),
    ),
  )
}

/** Output that nobody reads need not be made; what cannot be written, and input that cannot be read, is a fault. */
function tellEarlyEnds(): void {
  tellUnwritable(() => process.exit(0))
  // Node takes a folder for an empty input.
  if (fstatSync(process.stdin.fd).isDirectory()) fail('The input is a folder, not a file.')
  // Whoever reads it line by line, or whole, would take what came so far for all there is.
  process.stdin.on('error', (error) => fail(`The input cannot be read: ${inWords(error)}`))
  if (process.stdin.isTTY) process.stderr.write('Reading what you type; Ctrl+D ends it.\n')
}

const options = {
  jsonl: { type: 'boolean' },
  html: { type: 'boolean' },
  stats: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const language = values.lang === undefined ? undefined : languageOfTag(values.lang)
  if (values.help) console.log(HELP)
  else if (positionals.length > 0) fail(`The text is read from stdin: npm run -s annotate < ${positionals[0]}`)
  else if (language === null) fail(`Unknown language "${values.lang}"; there are: ${LANGUAGES.join(', ')}.`)
  else if (values.jsonl && values.html) fail('Give either --jsonl or --html, not both.')
  else if (values.stats && !values.jsonl) fail('--stats goes with --jsonl.')
  else {
    tellEarlyEnds()
    const reader = await createReader()
    if (values.jsonl) {
      const started = performance.now()
      const stats = await annotateLines(reader, language)
      if (values.stats) tellStats(stats, (performance.now() - started) / 1000)
      process.exitCode = stats.isClean ? 0 : 1
    } else {
      const input = decode(await readAll(process.stdin), 'The input', values.html ? 'HTML' : 'text')
      const article = values.html ? articleOfHtml(input) : { text: input, language }
      annotateText(reader, { ...article, language: language ?? article.language })
    }
  }
} catch (error) {
  fail(error)
}

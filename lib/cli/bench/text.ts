/** The text section of the bench: the scan against what else could search a text, interleaved in one run. */

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import AhoCorasick from 'modern-ahocorasick'
import nlp from 'compromise'
import { lexiconSource } from '../../dataset/lexicon-source.ts'
import { compileLexicon, type LexiconSource } from '../../detect/compile.ts'
import { candidatesIn, detect } from '../../detect/detect.ts'
import { loadLexicon, type Lexicon, type PackedLexicon } from '../../detect/lexicon.ts'
import { scan } from '../../detect/scan.ts'
import type { Language } from '../../detect/types.ts'
import { readEdition } from '../dataset/package-files.ts'
import { HARD_TEXTS } from './hard-texts.ts'
import { madeUpTerms } from './made-up-terms.ts'
import { exponentOf, processorTime, timeInTurn } from './rounds.ts'
import { flat, readSampleTexts } from './sample-texts.ts'
import { searchedForms } from './searched-forms.ts'
import type { Limit, Quantity, Row, Section } from './section.ts'

const ROUNDS = 25
const FEW_ROUNDS = 7
const HARD_ROUNDS = 3
/** Between the text (1) and its square (2), so that a wavering machine decides nothing. */
const STEEPEST = 1.5
/** Languages with less text (UTF-16 units) are not timed by themselves. */
const LEAST = 10_000
/** compromise reads so much (UTF-16 units) of the text; more would take minutes. */
const COMPROMISE_READS = 4_000
/** Aho–Corasick and the regular expression read so much. */
const PEERS_READ = 100_000

const NOTES = [
  'Scan: the walk over every character of a text with all terms of its language, folding included (lib/detect/scan.ts);',
  'what patterns and context rules do at its hits is in the row "terms and patterns".',
]

const times = (value: number): Quantity => ({ value, unit: '×' })
const perUnit = (ms: number, length: number): Quantity => ({ value: (ms * 1e6) / length, unit: 'ns a character' })
const atLeast = (value: number): Limit => ({ kind: 'at least', value })
const atMost = (value: number): Limit => ({ kind: 'at most', value })

/** Reads every character and does nothing with it: what any search must at least do. */
function bareLoop(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0
  return sum
}

function countHits({ trie }: Lexicon, text: string): number {
  let hits = 0
  scan(trie, text, () => hits++)
  return hits
}

const sum = (texts: readonly string[], of: (text: string) => number) =>
  texts.reduce((total, text) => total + of(text), 0)
const lengthOf = (texts: readonly string[]) => sum(texts, ({ length }) => length)

/** Rejects where the bundled dataset cannot be read. Takes some minutes. */
export async function measureText(): Promise<Section> {
  const source = lexiconSource((await readEdition()).tables)
  const { from, texts } = readSampleTexts()
  const load = (language: Language) => loadLexicon(compileLexicon(source, language))
  const languages = [...texts].map(([language, own]) => ({ language, own, lexicon: load(language) }))
  const all = languages.flatMap(({ own }) => own)
  const english = (texts.get('en') ?? all).join('\n').repeat(4)
  return {
    notes: [
      ...NOTES,
      `Text: ${from}. Processor time, medians of ${ROUNDS} rounds, all in turn. × is speed beside the first named.`,
    ],
    rows: [
      speedRow('scan, all pages beside a bare charCodeAt loop', languages, atLeast(0.7)),
      ...languages
        .filter(({ own }) => lengthOf(own) >= LEAST)
        .map((each) => speedRow(`… ${each.language}`, [each], null)),
      ...peerRows(load('en'), flat(english.slice(0, PEERS_READ))),
      ...largeRows(flat(english.slice(0, 1_000_000))),
      ...growthRows(load('en'), english),
      ...hardRows(load('en')),
    ],
  }
}

function speedRow(what: string, parts: readonly { own: string[]; lexicon: Lexicon }[], limit: Limit | null): Row {
  const each = (of: (lexicon: Lexicon, text: string) => number) => () =>
    parts.reduce((total, { own, lexicon }) => total + sum(own, (text) => of(lexicon, text)), 0)
  const time = timeInTurn({ loop: each((_, text) => bareLoop(text)), scan: each(countHits) }, ROUNDS)
  const length = parts.reduce((total, { own }) => total + lengthOf(own), 0)
  return {
    what,
    measured: times((time.loop as number) / (time.scan as number)),
    limit,
    peers: {
      scan: perUnit(time.scan as number, length),
      loop: perUnit(time.loop as number, length),
      characters: { value: length, unit: '' },
    },
  }
}

function peerRows(lexicon: Lexicon, text: string): Row[] {
  const forms = searchedForms(lexicon)
  const byLength = [...forms].sort((a, b) => b.length - a.length)
  const alternation = new RegExp(byLength.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi')
  const automaton = new AhoCorasick(forms.map((form) => form.toLowerCase()))
  const short = text.slice(0, COMPROMISE_READS)
  const time = timeInTurn(
    {
      scan: () => countHits(lexicon, text),
      detection: () => candidatesIn(lexicon, text).length,
      regex: () => text.match(alternation)?.length ?? 0,
      automaton: () => automaton.count(text.toLowerCase()),
    },
    FEW_ROUNDS,
  )
  // Once would be over before a clock and the memory's caches settle: as often as makes what the others read.
  const often = Array<string>(Math.ceil(text.length / COMPROMISE_READS)).fill(short)
  const lookup = timeInTurn(
    { scan: () => sum(often, (each) => countHits(lexicon, each)), compromise: () => nlp(short).lookup(forms).length },
    FEW_ROUNDS,
    1,
  )
  lookup.scan = (lookup.scan as number) / often.length
  const peer = (name: string, of: Record<string, number>, length: number) => ({
    scan: perUnit(of.scan as number, length),
    [name]: perUnit(of[name] as number, length),
  })
  const ratio = (name: string, of: Record<string, number>) => times((of[name] as number) / (of.scan as number))
  return [
    {
      what: `scan beside one alternation regex of the same ${forms.length} terms`,
      measured: ratio('regex', time),
      limit: atLeast(3),
      peers: peer('regex', time, text.length),
    },
    {
      what: 'scan beside compromise’s lookup of them',
      measured: ratio('compromise', lookup),
      limit: atLeast(1000),
      peers: peer('compromise', lookup, short.length),
    },
    {
      what: 'scan beside Aho–Corasick (modern-ahocorasick) with them',
      measured: ratio('automaton', time),
      limit: null,
      peers: peer('automaton', time, text.length),
    },
    {
      what: 'terms and patterns: the scan and all that is asked at its hits but context',
      measured: perUnit(time.detection as number, text.length),
      limit: null,
      peers: { scan: perUnit(time.scan as number, text.length) },
    },
  ]
}

/** Compiled, through JSON and ready, as the background has it. */
const made = (source: LexiconSource): Lexicon =>
  loadLexicon(JSON.parse(JSON.stringify(compileLexicon(source, 'en'))) as PackedLexicon)

const LARGE = 100_000

function largeRows(text: string): Row[] {
  const source = madeUpTerms(LARGE)
  const before = memoryInUse()
  const from = processorTime()
  const lexicon = made(source)
  const seconds = (processorTime() - from) / 1000
  countHits(lexicon, text)
  const memory = (memoryInUse() - before) / 2 ** 20
  const time = timeInTurn({ loop: () => bareLoop(text), scan: () => countHits(lexicon, text) }, FEW_ROUNDS)
  return [
    {
      what: 'scan with 100,000 made-up terms beside the loop',
      measured: times((time.loop as number) / (time.scan as number)),
      limit: atLeast(0.3),
      peers: { scan: perUnit(time.scan as number, text.length), loop: perUnit(time.loop as number, text.length) },
    },
    {
      what: 'compiling, storing and loading them',
      measured: { value: seconds, unit: 's' },
      limit: atMost(2),
      peers: {},
    },
    { what: 'memory of the lexicon', measured: { value: memory, unit: 'MB' }, limit: atMost(64), peers: {} },
  ]
}

/** Bytes of heap and array buffers after a collection. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const TEXT_SIZES = [10_000, 100_000, 1_000_000, 10_000_000]
const TERM_COUNTS = [100, 1_000, 10_000, LARGE]

function growthRows(lexicon: Lexicon, sample: string): Row[] {
  const long = sample.repeat(Math.ceil((TEXT_SIZES.at(-1) as number) / sample.length))
  const byText = TEXT_SIZES.map((size): [number, number] => {
    const text = flat(long.slice(0, size))
    return [size, timeInTurn({ scan: () => countHits(lexicon, text) }, FEW_ROUNDS).scan as number]
  })
  const text = flat(long.slice(0, 1_000_000))
  const byTerms = TERM_COUNTS.map((count): [number, number] => {
    const large = made(madeUpTerms(count))
    return [count, timeInTurn({ scan: () => countHits(large, text) }, FEW_ROUNDS).scan as number]
  })
  const named = (points: [number, number][], unit: string) =>
    Object.fromEntries(points.map(([x, ms]) => [`${x.toLocaleString('en')} ${unit}`, { value: ms, unit: 'ms' }]))
  return [
    {
      what: 'growth with the text: fitted exponent (1 is in proportion)',
      measured: { value: exponentOf(byText), unit: '' },
      limit: null,
      peers: named(byText, 'characters'),
    },
    {
      what: 'growth with the terms, 1,000,000 characters: fitted exponent (0 is not at all)',
      measured: { value: exponentOf(byTerms), unit: '' },
      limit: null,
      peers: named(byTerms, 'terms'),
    },
  ]
}

/** Whole detection reads hard texts up to this size (UTF-16 units). */
const DETECTION_READS = 1_000_000

/** Texts that break careless code: the scan to 10 MB of each, and beside it all of detection. */
const hardRows = (lexicon: Lexicon): Row[] =>
  HARD_TEXTS.map(([name, unit]) => {
    const timed = (sizes: readonly number[], work: (text: string) => number) =>
      sizes.map((size): [number, number] => {
        const text = flat(unit.repeat(Math.ceil(size / unit.length)).slice(0, size))
        return [size, timeInTurn({ work: () => work(text) }, HARD_ROUNDS, 1).work as number]
      })
    const scanned = timed(TEXT_SIZES, (text) => countHits(lexicon, text))
    const detected = timed(
      TEXT_SIZES.filter((size) => size <= DETECTION_READS),
      (text) => detect(lexicon, text).length,
    )
    const largest = (points: [number, number][]): Quantity => ({ value: points.at(-1)?.[1] ?? 0, unit: 'ms' })
    return {
      what: `growth with ${name}: fitted exponent`,
      measured: { value: exponentOf(scanned), unit: '' },
      limit: atMost(STEEPEST),
      peers: {
        '10 MB': largest(scanned),
        'detection, exponent': { value: exponentOf(detected), unit: '' },
        'detection, 1 MB': largest(detected),
      },
    }
  })

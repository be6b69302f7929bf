/** Finds mentions for pages, and reads the numbers beside them: holds the lexicons of the edition in use, and takes second looks within limits. */

import { economyOfArticle } from '../../lib/detect/economy.ts'
import { findAsked, findIn } from '../../lib/detect/finding.ts'
import { rememberingJudge } from '../../lib/detect/judging.ts'
import { articleLanguage } from '../../lib/detect/language.ts'
import type { Lexicon } from '../../lib/detect/lexicon.ts'
import { numberTiedTo } from '../../lib/detect/tied-number.ts'
import type { ArticleNumber, Language, TiedNumber } from '../../lib/detect/types.ts'
import { lexiconKey, type EditionPointer } from '../../lib/editions/keys.ts'
import { readLexicon } from '../../lib/editions/lexicon.ts'
import { watchPointer } from '../../lib/editions/read.ts'
import type { ToBackground } from '../../lib/messaging/protocol.ts'
import type { Handlers } from '../../lib/messaging/server.ts'
import { noting } from '../../lib/platform/errors.ts'

/** Lexicons ready to search with, by their keys: making one ready costs more than a page. */
const lexicons = new Map<string, Promise<Lexicon | null>>()

/** The lexicon of a language, read once while its edition is in use; null where the edition lacks it. */
export function lexiconOf(pointer: EditionPointer, language: Language): Promise<Lexicon | null> {
  const key = lexiconKey(pointer, language)
  const known = lexicons.get(key)
  if (known) return known
  const reading = readLexicon(pointer, language)
  lexicons.set(key, reading)
  const forget = () => lexicons.get(key) === reading && lexicons.delete(key)
  // It may be there the next time.
  reading.then((lexicon) => lexicon ?? forget(), forget)
  return reading
}

/** {@link lexiconOf}, for whom nothing can be done without it. */
async function lexiconInUse(pointer: EditionPointer, language: Language): Promise<Lexicon> {
  const lexicon = await lexiconOf(pointer, language)
  if (lexicon === null) throw new Error(`no lexicon of ${pointer.edition} in ${language}`)
  return lexicon
}

/** Another edition holds other terms, also one that bears the number of the last. */
export const followEdition = (): (() => void) => watchPointer(() => lexicons.clear())

const judging = rememberingJudge()

/** A number without its place in the passage, which is of no use to a page. */
const stated = ({ text, value, unit, of, told, year }: TiedNumber): ArticleNumber => ({
  text,
  value,
  unit,
  of,
  ...(told === undefined ? {} : { told }),
  ...(year === undefined ? {} : { year }),
})

export const findHandlers: Pick<Handlers<ToBackground>, 'texts.find' | 'text.ask' | 'numbers.read'> = {
  'texts.find': async ({ pointer, texts, topics, looks: allowed, ...words }, { tab }) => {
    const { headline, lead } = words
    const language = articleLanguage(words)
    const lexicon = await lexiconInUse(pointer, language)
    // Of private windows no sentence is remembered.
    const { judge, looks } = (tab?.incognito ? rememberingJudge() : judging)(allowed)
    const page = { lead: `${headline}\n${lead}`, strong: new Set(topics) }
    const found = findIn(lexicon, texts, page, judge, noting('find'))
    return { found, language, economy: economyOfArticle(lexicon, headline, lead), looks: looks() }
  },
  'text.ask': async ({ pointer, language, text }) => {
    return { mention: findAsked(await lexiconInUse(pointer, language), text) }
  },
  'numbers.read': async ({ pointer, language, passages }) => {
    const lexicon = await lexiconInUse(pointer, language)
    const numbers = passages.map(({ text, start, end }) => numberTiedTo(lexicon, text, start, end))
    return { numbers: numbers.map((number) => number && stated(number)) }
  },
}

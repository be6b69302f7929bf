/** Finds mentions for pages: holds the lexicons of the edition in use, and takes second looks within limits. */

import { economyOfArticle } from '../../lib/detect/economy.ts'
import { findAsked, findIn } from '../../lib/detect/finding.ts'
import { rememberingJudge } from '../../lib/detect/judging.ts'
import type { Lexicon } from '../../lib/detect/lexicon.ts'
import type { Language } from '../../lib/detect/types.ts'
import { lexiconKey, type Pointer } from '../../lib/editions/keys.ts'
import { readLexicon } from '../../lib/editions/lexicon.ts'
import type { Handlers } from '../../lib/messaging/server.ts'
import type { ToBackground } from '../../lib/messaging/protocol.ts'

/** By key; as many as there are languages, for a reader of all. */
const lexicons = new Map<string, Promise<Lexicon | null>>()
const MAX_HELD = 8

/** Lexicons ready to search with: making one ready costs more than a page. */
function lexiconOf(pointer: Pointer, language: Language): Promise<Lexicon | null> {
  const key = lexiconKey(pointer, language)
  const known = lexicons.get(key)
  if (known) return known
  const reading = readLexicon(pointer, language)
  lexicons.set(key, reading)
  const [oldest] = lexicons.size > MAX_HELD ? lexicons.keys() : []
  if (oldest !== undefined) lexicons.delete(oldest)
  const forget = () => lexicons.delete(key)
  // It may be there the next time.
  reading.then((lexicon) => lexicon ?? forget(), forget)
  return reading
}

const judging = rememberingJudge()

export const findHandlers: Pick<Handlers<ToBackground>, 'texts.find' | 'text.ask'> = {
  'texts.find': async ({ pointer, language, texts, headline, lead, strong, looks: allowed }) => {
    const lexicon = await lexiconOf(pointer, language)
    if (lexicon === null) throw new Error(`no lexicon of ${pointer.edition} in ${language}`)
    const { judge, looks } = judging(allowed)
    const found = findIn(lexicon, texts, { lead: `${headline}\n${lead}`, strong: new Set(strong) }, judge)
    return { found, economy: economyOfArticle(lexicon, headline, lead), looks: looks() }
  },
  'text.ask': async ({ pointer, language, text }) => {
    const lexicon = await lexiconOf(pointer, language)
    return { mention: lexicon && findAsked(lexicon, text) }
  },
}

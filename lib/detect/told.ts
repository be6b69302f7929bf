/** Whose share of the world's output a number is, or whose reserves: what it can be set beside. */

import type { Lexicon } from './lexicon.ts'
import { economiesIn } from './namings.ts'
import { SHARE_WORDS } from './share-words.ts'
import { clausesAround } from './shares.ts'
import { reservesTold, SUPPLIER, type ArticleNumber, type Language, type Span } from './types.ts'

/** What an economy has in the ground and could mine. */
const RESERVES: Record<Language, RegExp> = {
  en: /\breserves?\b/i,
  de: /reserven?\b/i,
  fr: /\bréserves?\b/iu,
  es: /\breservas?\b/i,
  ja: /埋蔵/u,
  'zh-Hans': /储量|蕴藏/u,
  'zh-Hant': /儲量|蘊藏/u,
  ko: /매장/u,
}

/** One place only, or what lies in a warehouse. */
const OF_LESS: Record<Language, RegExp> = {
  en: /\b(?:deposits?|mines?|projects?|fields?|sea ?bed|seafloor|strategic|emergency|stockpil\w+|companies|company|months?)\b/i,
  de: /lagerstätte|vorkommen|mine\b|grube|projekt|meeresboden|tiefsee|strategisch|notreserve|konzern|monate/i,
  fr: /gisement|\bmines?\b|projet|fonds marins|stratégique|entreprise|société|\bmois\b/iu,
  es: /yacimiento|\bminas?\b|proyecto|fondo marino|estratégic|empresa|\bmes(?:es)?\b/i,
  ja: /鉱床|鉱山|鉱区|海底|沖|泥|備蓄|企業|社の/u,
  'zh-Hans': /矿床|矿山|矿区|海底|海域|战略|公司|企业/u,
  'zh-Hant': /礦床|礦山|礦區|海底|海域|戰略|公司|企業/u,
  ko: /광상|광산|광구|해저|앞바다|비축|기업|업체/u,
}

/**
 * As what the number that belongs to the mention at [start, end) of `sentence` can be set beside a figure: see
 * {@link ArticleNumber}. Of output only the main supplier's can: who else is named may be where a firm is from.
 */
export function numberToldAs(
  lexicon: Lexicon,
  sentence: string,
  number: Span & Pick<ArticleNumber, 'of' | 'unit'>,
  start: number,
  end: number,
): ArticleNumber['told'] {
  const [from, to] = clausesAround(sentence, Math.min(start, number.start), Math.max(end, number.end))
  const clause = sentence.slice(from, to)
  const { china, world } = SHARE_WORDS[lexicon.lang]
  const named = () => economiesIn(lexicon, sentence).filter((naming) => naming.start >= from && naming.end <= to)
  if (number.of === 'mined' || number.of === 'refined') {
    const all = named()
    const actor = all.findLast((naming) => naming.end <= number.start) ?? all[0]
    const isSuppliers = actor ? actor.economy === SUPPLIER : china.test(sentence.slice(0, to))
    return isSuppliers ? undefined : ''
  }
  const isReserves = number.unit === 't' || (number.unit === '%' && world.test(clause))
  if (!isReserves || !RESERVES[lexicon.lang].test(clause) || OF_LESS[lexicon.lang].test(clause)) return undefined
  const [owner, ...others] = new Set(named().map(({ economy }) => economy))
  return owner !== undefined && others.length === 0 ? reservesTold(owner, number.unit) : undefined
}

/** What a share is a share of, read from the words of its clause: of what is bought from the main supplier, mined or refined. */

import type { ArticleNumber, Language } from './types.ts'

/** The words by which a language tells what a share is of. All are asked of one clause. */
interface ShareWords {
  buys: RegExp
  mines: RegExp
  refines: RegExp
  /** Of the whole world: then nobody in particular buys. */
  world: RegExp
  /** The main supplier. */
  china: RegExp
  /** What makes a share one of something else: a price, a stock in the ground. */
  other: RegExp
  /** Verbs of change: a share then counts only where it is what was come to, as the words before or behind it say. */
  change: RegExp
  reached: readonly [before: RegExp, behind: RegExp]
  /** Before, and behind, a share that was once or is somewhere else. */
  past: readonly [before: RegExp, behind: RegExp]
  /** What begins a clause that goes on about what stands right before its comma. */
  goesOn: RegExp
}

const NEVER = /(?!)/

const WORDS: Record<Language, ShareWords> = {
  en: {
    buys: /\b(?:import(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas\w+|obtain\w*|procur\w+|acquir\w+|rel(?:y|ies|ied|iance|iant)|depend\w*|sourc\w+|gets?|got|needs?|us(?:e|es|ed)|consum\w+|demand|come|comes|came|suppl(?:y|ies) of|china\s(?:\w+\s){0,2}(?:suppl|provid)(?:y|ies|ied|es|ed|e))\b/i,
    mines: /\b(?:min(?:e|es|ed|ing)|output|production|produc(?:e|es|ed|ing)|extract\w*|dug|digs?)\b/i,
    refines: /\b(?:refin\w+|process(?:es|ed|ing)?|separat\w+)\b/i,
    world: /\b(?:global(?:ly)?|world(?:wide)?|world['’]s)\b/i,
    china: /\b(?:china|chinese|beijing|mainland)\b/i,
    other: /\b(?:price[sd]?|value|reserves?|deposits?|above|below|higher|lower|stake|tariffs?)\b/i,
    change:
      /\b(?:r[io]s(?:e|es|en|ing)|f[ae]ll\w*|jump\w*|climb\w*|drop\w*|declin\w*|increas\w*|decreas\w*|cut|cuts|cutting|reduc\w*|surg\w*|gr[oe]w\w*|up|down|slid\w*|plung\w*|doubl\w*)\b/i,
    reached: [/\bto\s(?:about\s|around\s|some\s|just\s|nearly\s|almost\s|under\s|over\s)?$/i, NEVER],
    past: [
      /\b(?:from|versus|compared (?:with|to)|against|than)\s(?:about\s|around\s|some\s|nearly\s|almost\s|over\s|more than\s)?$/i,
      NEVER,
    ],
    goesOn: /^\s(?:about\s|some\s|nearly\s)?[^,;]{0,12}\bof (?:which|them)\b/,
  },
  de: {
    buys: /import|bezieh|bezog|bezug|beschaff|deck(?:t|en)|kauf|abhängig|angewiesen|einfuhr|einführ|eingeführ|bedarf|verbrauch|stamm|komm|kam|liefer/i,
    mines: /förder|abbau|abgebaut|produktion|produzier|gewinn|gewonnen|bergbau/i,
    refines: /raffin|verarbeit|aufbereit|trennung|getrennt/i,
    world: /welt|global/i,
    china: /china|chinesisch|peking|volksrepublik/i,
    other: /preis|wert|reserven|vorkommen|anstieg|zölle|anteil an der firma/i,
    change:
      /stieg|sank|gesunken|fiel\b|fielen|gefallen|wuchs|gewachsen|zugenommen|erhöht|senk|gedrückt|verringert|reduzier|zugelegt|\bplus\b|\bminus\b/i,
    reached: [/\b(?:auf|unter)\s(?:rund\s|etwa\s|gut\s|knapp\s|fast\s|über\s)?$/i, NEVER],
    past: [/\b(?:von|statt|gegenüber|nach|als)\s(?:rund\s|etwa\s|gut\s|knapp\s|fast\s|über\s)?$/i, NEVER],
    goesOn: /^\s(?:von denen|wovon|davon)\b/,
  },
  fr: {
    buys: /import|achèt|achat|acqui|procur|dépend|approvisionn|proven|provien|vien|ven(?:a|ir)|besoin|consomm|fourni/i,
    mines: /extrai|extraction|production|produi|minièr/i,
    refines: /raffin|transform|sépar/i,
    world: /mond|planèt|global/i,
    china: /chin(?:e|ois)|pékin/i,
    other: /prix|valeur|réserves?|gisement|droits de douane/i,
    change: /hausse|baiss|augment|progress|recul|chut|bondi|grimp|diminu|ramen|tomb|rédui/i,
    reached: [/(?<![\p{L}])(?:à|sous|jusqu['’]à)\s(?:environ\s|près de\s|quelque\s|moins de\s)?$/iu, NEVER],
    past: [/\b(?:contre|au lieu de|passée? de)\s(?:environ\s|près de\s|quelque\s|plus de\s)?$/i, NEVER],
    goesOn: /^\sdont\b/,
  },
  es: {
    buys: /import|compr|depend|abastec|provien|proven|vien|proced|necesit|necesidad|adquier|suministr|consum/i,
    mines: /extra[eí]|extracción|producción|produc|miner/i,
    refines: /refin|proces(?!o de pa)|separa/i,
    world: /mund|planet|global/i,
    china: /\bchin[ao]s?\b|pekín/i,
    other: /preci|valor|reservas?|yacimiento|arancel/i,
    change: /sub(?:e|i|ió)\b|aument|cay|caído|caen|baj|reduc|rebaj|crec|descen|dispar|desplom/i,
    reached: [/(?:\bal|\bhasta el|\ba un|\ba)\s$/i, NEVER],
    past: [/(?:\bfrente al?|\bdesde el|(?<!más |menos |cerca |alrededor )\bdel)\s$/i, NEVER],
    goesOn: /^\sde (?:las|los) (?:que|cuales)\b/,
  },
  ja: {
    buys: /輸入|依存|調達|購入|買|頼|仕入/u,
    mines: /産出|採掘|生産|採鉱/u,
    refines: /精錬|製錬|分離|精製|加工/u,
    world: /世界|全世界|グローバル/u,
    china: /中国|対中|北京/u,
    other: /価格|値段|埋蔵|関税|株|鉱床/u,
    change: /上昇|下落|増|減|低下|下が|上が|下げ|上げ|抑え|高ま|縮小|引き/u,
    reached: [NEVER, /^\s?(?:台|程度|前後|近く|弱|強|超)?(?:に|へ|まで)/u],
    past: [/(?:時は|当時の|以前の)$/u, /^\s?(?:超|強|弱|台|程度|前後|近く)?から/u],
    goesOn: /^(?:約|その)?/u,
  },
  'zh-Hans': {
    buys: /进口|依赖|采购|购买|购自|依存|来自|由.{1,6}供应|所需|仰赖/u,
    mines: /开采|产量|采矿|产出|生产/u,
    refines: /冶炼|精炼|分离|加工|提炼/u,
    world: /全球|世界/u,
    china: /中国|对华|中方|我国/u,
    other: /价格|储量|关税|股|矿床|占比达/u,
    change: /上升|下降|增|减|降|升|涨|压低|跌|提高|缩小/u,
    reached: [/(?:至|到|为|达)(?:约|近|逾|不足)?$/u, NEVER],
    past: [/(?:由|从|之前的|当时的)(?:约|近)?$/u, NEVER],
    goesOn: /^(?:约|有|约有|其中)?/u,
  },
  'zh-Hant': {
    buys: /進口|依賴|採購|購買|購自|依存|來自|仰賴|倚賴|由.{1,6}供應|所需/u,
    mines: /開採|產量|採礦|產出|生產/u,
    refines: /冶煉|精煉|分離|加工|提煉/u,
    world: /全球|世界/u,
    china: /中國|對中|陸方|大陸/u,
    other: /價格|儲量|關稅|股|礦床/u,
    change: /上升|下降|增|減|降|升|漲|壓|跌|提高|縮小/u,
    reached: [/(?:至|到|為|達)(?:約|近|逾|不足)?$/u, NEVER],
    past: [/(?:由|從|之前的|當時的)(?:約|近)?$/u, NEVER],
    goesOn: /^(?:約|有|約有|其中)?/u,
  },
  ko: {
    buys: /수입|의존|구매|조달|들여|사\s?온|에서\s?온|중국산/u,
    mines: /채굴|생산|산출/u,
    refines: /정제|제련|분리|가공/u,
    world: /세계|전\s?세계|글로벌/u,
    china: /중국|대중/u,
    other: /가격|매장|관세|주가/u,
    change: /상승|하락|증가|감소|줄|늘|낮|높|떨어|오르|올라/u,
    reached: [NEVER, /^\s?(?:대|안팎|가량|정도|수준)?(?:으로|로|까지|에 머)/u],
    past: [NEVER, /^\s?(?:대|가량|정도|수준)?에서/u],
    goesOn: /^\s/u,
  },
}

/** Where English names who a share comes from. */
const ENGLISH_PARTNER = /\bfrom\s+(?:the\s+)?(\p{L}[\p{L}.]+)/u

/** Between clauses; a comma inside a number parts none. */
const BREAK = /[;:；。、，]|[,.](?!\d)/gu

/** A mention ends its clause with no more than this behind it (UTF-16 units): 稀土中， */
const AT_COMMA = 3

/** The clauses of `sentence` that touch [start, end): UTF-16 offsets. */
function clausesAround(sentence: string, start: number, end: number): [from: number, to: number] {
  const breaks = [...sentence.matchAll(BREAK)].map(({ index }) => index)
  const from = (breaks.findLast((at) => at < start) ?? -1) + 1
  return [from, breaks.find((at) => at >= end) ?? sentence.length]
}

/**
 * What the share at `amount` is a share of, given that it belongs to the mention at [start, end) of `sentence`; null where
 * its clauses say nothing, or something else.
 */
export function shareOf(
  sentence: string,
  amount: { start: number; end: number },
  start: number,
  end: number,
  language: Language,
): ArticleNumber['of'] {
  const { buys, mines, refines, world, china, other } = WORDS[language]
  const [from, to] = clausesAround(sentence, Math.min(start, amount.start), Math.max(end, amount.end))
  const words = sentence.slice(from, to)
  if (other.test(words)) return null
  const isChinas = china.test(words)
  const isWorlds = world.test(words)
  const partner =
    language === 'en' ? ENGLISH_PARTNER.exec(sentence.slice(Math.max(start, amount.start), to))?.[1] : undefined
  const isElsewhere = partner !== undefined && !china.test(partner)
  if (!isWorlds && !isElsewhere && buys.test(words) && (isChinas || (language === 'en' && china.test(sentence))))
    return 'bought'
  if (!isWorlds && !isChinas) return null
  return refines.test(words) ? 'refined' : mines.test(words) ? 'mined' : null
}

/**
 * The share that the clause of the mention at [start, end) states, where no grammar ties one to it: "its dependence on
 * China for rare earths fell from 90% to 60%". Null where there is none of what trade counts in, or several.
 */
export function shareOfClause<Amount extends { start: number; end: number; unit: string }>(
  sentence: string,
  amounts: readonly Amount[],
  start: number,
  end: number,
  language: Language,
): (Amount & { of: NonNullable<ArticleNumber['of']> }) | null {
  const { past, change, reached, goesOn } = WORDS[language]
  const [from, stop] = clausesAround(sentence, start, end)
  const isOpen = stop - end <= AT_COMMA && goesOn.test(sentence.slice(stop + 1))
  const to = isOpen ? clausesAround(sentence, end, stop + 1)[1] : stop
  const stands = ([before, behind]: readonly [RegExp, RegExp], amount: Amount) =>
    before.test(sentence.slice(from, amount.start)) || behind.test(sentence.slice(amount.end))
  const isChange = change.test(sentence.slice(from, to))
  const stated = amounts.filter(
    (amount) =>
      amount.unit === '%' &&
      amount.start >= from &&
      amount.end <= to &&
      !(amount.start < end && start < amount.end) &&
      !stands(past, amount) &&
      (!isChange || stands(reached, amount)),
  )
  const [only, another] = stated
  if (only === undefined || another !== undefined) return null
  const of = shareOf(sentence, only, start, end, language)
  return of && { ...only, of }
}

/** How German, French, Spanish, Japanese, Chinese and Korean write amounts, and tie them to a thing. */

import type { ArticleNumber, Language } from './types.ts'

export type Unit = ArticleNumber['unit']
export type AmountLanguage = Exclude<Language, 'en'>

/** How one language writes amounts, and how it ties them to a thing. All expressions are applied to folded digits. */
export interface Grammar {
  /** What parts the whole from the fraction. */
  decimal: ',' | '.'
  /** Words that multiply, and by how much. */
  scales: readonly (readonly [RegExp, number])[]
  units: readonly (readonly [RegExp, Unit, number])[]
  /** Numbers in words, and what they say; where Han characters say them nothing. */
  counts: ReadonlyMap<string, number>
  /** Shares said without a figure. */
  fractions: readonly (readonly [RegExp, number])[]
  /** All of a thing: an amount where the words say what is done with all of it. */
  all: RegExp
  /** Between a number and the mention behind it. */
  before: RegExp
  /** Between a mention and the number behind it. */
  behind: RegExp
  /** Behind a number that tells a change, a rank or a date and not an amount. */
  change: RegExp
}

const EAST_ASIAN_SCALES = [
  [/^\s?[兆조]/u, 1e12],
  [/^\s?[億亿억]/u, 1e8],
  [/^\s?[万萬만]/u, 1e4],
  [/^\s?[千천]/u, 1e3],
] as const

/** The same in simplified and traditional characters. */
const CHINESE_FRACTIONS = [
  [/三分之二/gu, 66.7],
  [/三分之一/gu, 33.3],
  [/四分之三/gu, 75],
  [/四分之一/gu, 25],
  [/五分之一/gu, 20],
  [/十分之一/gu, 10],
  [/五分之四/gu, 80],
  [/十分之九|十之八九/gu, 90],
  [/一半/gu, 50],
] as const

/** Six to nine of ten, in a language's words for these. */
const ofTen = (say: (count: string) => string, six: string, seven: string, eight: string, nine: string) =>
  [six, seven, eight, nine].map((count, at) => [new RegExp(say(count), 'giu'), 60 + 10 * at] as const)

/** Number words of a language: from one to twelve, other forms of one parted by a stroke, and the tens from twenty to a hundred. */
const counting = (toTwelve: string, tens: string): ReadonlyMap<string, number> =>
  new Map([
    ...toTwelve.split(' ').flatMap((forms, at) => forms.split('/').map((form) => [form, at + 1] as const)),
    ...tens.split(' ').map((word, at) => [word, 10 * at + 20] as const),
  ])
const NO_COUNTS: ReadonlyMap<string, number> = new Map()

export const GRAMMARS: Record<AmountLanguage, Grammar> = {
  de: {
    decimal: ',',
    scales: [
      [/^\s?(?:Tausend\b|Tsd\.?)/i, 1e3],
      [/^\s?(?:Millionen|Million|Mio\.?)/i, 1e6],
      [/^\s?(?:Milliarden|Milliarde|Mrd\.?)/i, 1e9],
      [/^\s?Billionen\b/i, 1e12],
    ],
    units: [
      [/^\s?(?:%|Prozent\b)/i, '%', 1],
      [/^\s?(?:Tonnen|Tonne|t)\b/, 't', 1],
      [/^\s?(?:Kilogramm|Kilo|kg)\b/i, 't', 0.001],
      [/^\s?(?:(?:US-)?(?:Dollar\b|\$)|USD\b)/i, 'USD', 1],
      [/^\s?(?:Euro\b|EUR\b|€)/i, 'EUR', 1],
      [/^\s?Yen\b/i, 'JPY', 1],
      [/^\s?(?:Yuan|Renminbi)\b/i, 'CNY', 1],
    ],
    counts: counting(
      'ein/eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
      'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert',
    ),
    fractions: [
      [/(?:die|der)\sHälfte/gi, 50],
      [/zwei\sDrittel/gi, 66.7],
      [/ein\s(?:gutes\s|knappes\s)?Drittel/gi, 33.3],
      [/drei\sViertel/gi, 75],
      [/ein\s(?:gutes\s|knappes\s)?Viertel/gi, 25],
      [/ein\sFünftel/gi, 20],
      [/ein\sZehntel/gi, 10],
      [/vier\sFünftel/gi, 80],
      [/neun\sZehntel/gi, 90],
      ...ofTen((count) => `${count} von zehn`, 'sechs', 'sieben', 'acht', 'neun'),
    ],
    all: /vollständig|ausschließlich|(?:fast|nahezu|beinahe|praktisch|so gut wie)\salle\b/gi,
    before:
      /^\s(?:(?:pro|im)\sJahr\s|jährlich\s|Tonnen\s)?(?:(?:der|des|seine[rs]|ihre[rs]|aller|an|von|bei|unsere[rs]|(?:werden|sind|kommen|stammen)\sdie)\s(?:[\p{L}-]+\s){0,5})?$/u,
    behind:
      /^(?:,\s(?:die|der|das|den)\s[^,;.]{1,80},(?=\s))?(?:,\s(?:davon|von denen|wovon)\s|\s(?:im (?:Gesamtwert|Wert|Umfang) von|in Höhe von|für)\s|\s(?:[\p{L}\d-]+\s){0,6}(?:um\s[\d.,]+\s(?:Prozent|%)\s)?(?:zu|wurden?\smit|(?:sind|waren) es|erreicht(?:e|en)?|beträgt|betrug(?:en)?|belief(?:en)? sich(?:\s[\p{L}-]+){0,3} auf|auf|bei|im (?:Gesamtwert|Wert|Umfang) von|stamm(?:t|en|te|ten)|kam(?:en)?|komm(?:t|en)|entfielen|entfallen|mit einem Anteil von)\s)(?:schätzungsweise\s|sogar\s|noch\s|nur\s|rund\s|etwa\s|knapp\s|fast\s|über\s|gut\s|mehr als\s)?$/u,
    change: /^\s(?:mehr|weniger|teurer|billiger|höher|niedriger)\b/,
  },
  fr: {
    decimal: ',',
    scales: [
      [/^\s?mille\b/i, 1e3],
      [/^\s?millions?\b/i, 1e6],
      [/^\s?milliards?\b/i, 1e9],
      [/^\s?M(?=\s?[€$])/, 1e6],
      [/^\s?Mds?(?=\s|[€$])/, 1e9],
    ],
    units: [
      [/^\s?(?:%|pour\s?cent\b)/i, '%', 1],
      [/^\s?(?:de\s)?(?:tonnes?|t)\b/, 't', 1],
      [/^\s?(?:de\s)?(?:kilogrammes?|kilos?|kg)\b/i, 't', 0.001],
      [/^\s?(?:(?:de\s)?dollars?\b|\$(?:\s?US\b)?|USD\b)/i, 'USD', 1],
      [/^\s?(?:d['’]\s?)?(?:euros?\b|EUR\b|€)/i, 'EUR', 1],
      [/^\s?(?:de\s)?yens?\b/i, 'JPY', 1],
      [/^\s?(?:de\s)?yuans?\b/i, 'CNY', 1],
    ],
    counts: counting(
      'un/une deux trois quatre cinq six sept huit neuf dix onze douze',
      'vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix cent',
    ),
    fractions: [
      [/la\smoitié/gi, 50],
      [/(?:les\s)?deux\stiers/gi, 66.7],
      [/un\stiers/gi, 33.3],
      [/(?:les\s)?trois\squarts/gi, 75],
      [/un\squart/gi, 25],
      [/un\scinquième/gi, 20],
      [/un\sdixième/gi, 10],
      [/quatre\scinquièmes/gi, 80],
      [/sept\sdixièmes/gi, 70],
      [/huit\sdixièmes/gi, 80],
      [/neuf\sdixièmes/gi, 90],
      ...ofTen((count) => `${count} (?:(?:tonnes|cas) )?sur dix`, 'six', 'sept', 'huit', 'neuf'),
    ],
    all: /la (?:quasi-)?totalité|(?:presque|quasiment|pratiquement)\stou(?:te?s?|s)(?=\s(?:le|la|les|son|sa|ses|leurs?)\s)/gi,
    before:
      /^\s?(?:par an\s|annuelles?\s)?(?:seulement\s)?(?:de|des|du|d['’]|pour (?:ses|leurs?|les|son)|les?|la|son|ses|leurs?)\s?(?:[\p{L}'’-]+\s){0,6}(?:d['’])?$/u,
    behind:
      /^(?:(?:\s[\p{L}'’-]+){0,4},\s(?:qui|que|dont)\s[^,;.]{1,80},(?=\s))?(?:,\sdont\s|\s(?:[\p{L}'’-]+\s){0,6}(?:à|ont atteint|a atteint|atteint|atteignent|s['’](?:est|étai(?:t|ent)) établie?s? à|se sont établie?s à|s['’]élèvent à|s['’]élève à|représentent|totalisent|valant|estimée?s? à|d['’]une valeur (?:totale )?de|pour|dans)\s)(?:environ\s|près de\s|plus de\s|quelque\s|hauteur de\s)?$/u,
    change: /^\s(?:de plus|de moins|plus cher|supérieure?s?|inférieure?s?)\b/,
  },
  es: {
    decimal: ',',
    scales: [
      [/^\s?mil\smillones\b/i, 1e9],
      [/^\s?mil\b/i, 1e3],
      [/^\s?(?:millones|millón)\b/i, 1e6],
      [/^\s?billones\b/i, 1e12],
      [/^\s?M(?=\s?€)/, 1e6],
    ],
    units: [
      [/^\s?(?:%|por\sciento\b)/i, '%', 1],
      [/^\s?(?:de\s)?(?:toneladas?|tm?)\b/, 't', 1],
      [/^\s?(?:de\s)?(?:kilogramos?|kilos?|kg)\b/i, 't', 0.001],
      [/^\s?(?:de\s)?(?:dólar(?:es)?\b|\$|USD\b)/i, 'USD', 1],
      [/^\s?(?:de\s)?(?:euros?\b|EUR\b|€)/i, 'EUR', 1],
      [/^\s?(?:de\s)?yen(?:es)?\b/i, 'JPY', 1],
      [/^\s?(?:de\s)?yuan(?:es)?\b/i, 'CNY', 1],
    ],
    counts: counting(
      'un/una dos tres cuatro cinco seis siete ocho nueve diez once doce',
      'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien',
    ),
    fractions: [
      [/la\smitad/gi, 50],
      [/(?:los\s)?dos\stercios/gi, 66.7],
      [/un\stercio/gi, 33.3],
      [/tres\scuart(?:os|as partes)/gi, 75],
      [/(?:un\scuarto|una\scuarta\sparte)/gi, 25],
      [/(?:un\squinto|una\squinta\sparte)/gi, 20],
      [/una\sdécima\sparte/gi, 10],
      [/cuatro\squintas\spartes/gi, 80],
      [/nueve\sdécimas\spartes/gi, 90],
      ...ofTen((count) => `${count} de cada diez`, 'seis', 'siete', 'ocho', 'nueve'),
    ],
    all: /la (?:práctica |casi )?totalidad|(?:casi|prácticamente)\stod[oa]s?(?=\s(?:el|las?|los|sus?)\s)/gi,
    before: /^\s(?:anuales\s|al año\s|toneladas\s)?(?:de|del|para sus?|el|las?|los|sus?)\s(?:[\p{L}-]+\s){0,6}$/u,
    behind:
      /^(?:(?:\s[\p{L}-]+){0,4},\sque\s[^,;.]{1,80},(?=\s))?(?:,\s(?:de las que|de las cuales|de los cuales)\s(?:el|un)?\s?|(?:,?\s(?:[\p{L}-]+\s){0,6})(?:en|llegó a|llegaron a|alcanzó|alcanzaron|sumó|sumaron|ascendió al?|ascendieron al?|asciende al?|(?:cayó|cayeron|cae|caen|bajó|bajaron|subió|subieron|suben?|creció|crecieron|aumentó|aumentaron|se redujo|se redujeron) a|rond(?:a|an|ó|aron)|fueron de|totalizaron|supusieron|supuso|suponen|supone|representan|representaron|por(?: un)? valor de|por|valorad[oa]s en)\s(?:un\s|el\s|las\s|unos\s)?)(?:cerca del?\s|más del?\s|unas\s|casi\s)?$/u,
    change: /^\s(?:más|menos)\b/,
  },
  ja: {
    decimal: '.',
    scales: EAST_ASIAN_SCALES,
    units: [
      [/^\s?(?:%|パーセント)(?!\s?ポイント)/u, '%', 1],
      [/^割/u, '%', 10],
      [/^\s?(?:トン|t(?![a-z]))/u, 't', 1],
      [/^\s?(?:キログラム|キロ|㎏|kg)/u, 't', 0.001],
      [/^\s?(?:米)?ドル/u, 'USD', 1],
      [/^ユーロ/u, 'EUR', 1],
      [/^円/u, 'JPY', 1],
      [/^(?:人民)?元(?!素)/u, 'CNY', 1],
    ],
    counts: NO_COUNTS,
    fractions: [
      [/3分の2|三分の二/gu, 66.7],
      [/3分の1|三分の一/gu, 33.3],
      [/4分の3|四分の三/gu, 75],
      [/4分の1|四分の一/gu, 25],
      [/5分の1|五分の一/gu, 20],
      [/5分の4|五分の四/gu, 80],
      [/10分の9|十分の九/gu, 90],
      [/半分|半数/gu, 50],
    ],
    all: /全量|すべて|全て/gu,
    before: /^\s?(?:(?:相当|分|規模|超|余り?|近く|前後|以上|以下|弱|強)?の[^、。，；]{0,8})?$/u,
    behind:
      /^(?:[^、。，；「」]{0,12}(?:の|は|が|を|で|も|うち)|の?(?:対中|対中国|中国)?依存(?:度)?|[^、。，；「」]{0,4}(?:製錬|精製|精錬|分離|生産|採掘|産出)(?:量|工程)?(?:で|では|について)?は?、?[^、。，；「」]{1,8}が(?:世界(?:全体)?|全体)の)?(?:(?:前年(?:同[月期])?比)?[\d.]+%(?:増|減)の)?(?:、?(?:年(?:間|に)?)?(?:約|およそ|ほぼ|実に|全体の|なお|依然|いまだ)?)?$/u,
    change:
      /^\s?(?:[\d０-９]|当たり|あたり|上昇|下落|増|減|高|安|引き|超の上昇|伸び|値上|値下|の関税|ポイント|(?:超|強|弱|台|程度)?から[^。]{0,16}[\d０-９一-九])/u,
  },
  'zh-Hans': {
    decimal: '.',
    scales: EAST_ASIAN_SCALES,
    units: [
      [/^\s?%(?!点)/u, '%', 1],
      [/^成/u, '%', 10],
      [/^\s?(?:公吨|吨)/u, 't', 1],
      [/^\s?(?:公斤|千克|kg)/u, 't', 0.001],
      [/^\s?(?:美元|美金)/u, 'USD', 1],
      [/^\s?欧元/u, 'EUR', 1],
      [/^\s?(?:日元|日圆)/u, 'JPY', 1],
      [/^\s?(?:元|人民币)/u, 'CNY', 1],
    ],
    counts: NO_COUNTS,
    fractions: CHINESE_FRACTIONS,
    all: /全部|悉数|(?<=几乎)所有/gu,
    before:
      /^\s?(?:以上|左右|多)?(?:的[^、。，；]{0,8}|(?:采购|购买|购入|订购|进口|增储|收储)[^、。，；]{0,4}|[^、。，；的]{1,5}[性级型])?$/u,
    behind:
      /^(?:(?:[、和及与][^、。，；]{1,6}){1,4}?(?:上|方面)，|上，|(?=[、和及与])(?:[、和及与][^、。，；的]{1,4}){1,3}(?=(?:需求|产量|用量)量?的)|[^、。，；]{0,8}，(?=这一(?:比例|比率|比重|数字)))?(?:[^、。，；]{0,12}(?:的|中|有|为|占|达|至|到|共|计|仅|约|近|超过|仍有|[量额值]|产能|出口|进口|开采|占了|剩下?|依存度|依赖度)|，占[^、。，；]{0,6})?(?:约|近|超过|超|逾|达|高达|仅|共|更是|几乎|不到|不足)?\s?$/u,
    change:
      /^\s?(?:的?(?:涨|跌|降|增|升)幅|以上涨幅|的?关税|(?:逐步|大幅)?(?:下降|上升|下滑|减少|增加|降|升|增|减)[至到])/u,
  },
  'zh-Hant': {
    decimal: '.',
    scales: EAST_ASIAN_SCALES,
    units: [
      [/^\s?%(?!點)/u, '%', 1],
      [/^成/u, '%', 10],
      [/^\s?(?:公噸|噸)/u, 't', 1],
      [/^\s?(?:公斤|千克|kg)/u, 't', 0.001],
      [/^\s?(?:美元|美金)/u, 'USD', 1],
      [/^\s?歐元/u, 'EUR', 1],
      [/^\s?(?:日圓|日元)/u, 'JPY', 1],
      // A bare 元 is Taiwan's or Hong Kong's.
      [/^\s?(?:元人民幣|人民幣)/u, 'CNY', 1],
    ],
    counts: NO_COUNTS,
    fractions: CHINESE_FRACTIONS,
    all: /全部|全數|悉數|(?<=幾乎)所有/gu,
    before:
      /^\s?(?:以上|左右|多)?(?:的[^、。，；]{0,8}|(?:採購|購買|購入|訂購|進口|增儲|收儲)[^、。，；]{0,4}|[^、。，；的]{1,5}[性級型])?$/u,
    behind:
      /^(?:(?:[、和及與][^、。，；]{1,6}){1,4}?(?:上|方面)，|上，|(?=[、和及與])(?:[、和及與][^、。，；的]{1,4}){1,3}(?=(?:需求|產量|用量)量?的)|[^、。，；]{0,8}，(?=這一(?:比例|比率|比重|數字)))?(?:[^、。，；]{0,12}(?:的|中|有|為|佔|占|達|至|到|共|計|僅|約|近|超過|仍有|[量額值]|產能|出口|進口|開採|[占佔]了|剩下?|依存度|依賴度)|，[占佔][^、。，；]{0,6})?(?:約|近|超過|超|逾|達|高達|僅|共|更是|幾乎|不到|不足)?\s?$/u,
    change: /^\s?(?:的?(?:漲|跌|降|增|升)幅|的?關稅|(?:逐步|大幅)?(?:下降|上升|下滑|減少|增加|降|升|增|減)[至到])/u,
  },
  ko: {
    decimal: '.',
    scales: EAST_ASIAN_SCALES,
    units: [
      [/^\s?(?:%|퍼센트)(?!\s?포인트)/u, '%', 1],
      [/^할(?!인)/u, '%', 10],
      [/^\s?(?:톤|t(?![a-z]))/u, 't', 1],
      [/^\s?(?:킬로그램|㎏|kg)/u, 't', 0.001],
      [/^\s?(?:미국\s?)?달러/u, 'USD', 1],
      [/^\s?유로/u, 'EUR', 1],
      [/^\s?엔/u, 'JPY', 1],
      [/^\s?위안/u, 'CNY', 1],
    ],
    counts: NO_COUNTS,
    fractions: [
      [/3분의\s?2/gu, 66.7],
      [/3분의\s?1/gu, 33.3],
      [/4분의\s?3/gu, 75],
      [/4분의\s?1/gu, 25],
      [/5분의\s?1/gu, 20],
      [/5분의\s?4/gu, 80],
      [/10분의\s?9/gu, 90],
      [/절반/gu, 50],
      ...ofTen((count) => `열(?:에| 가운데| 중) ${count}`, '여섯', '일곱', '여덟', '아홉'),
    ],
    all: /전량|거의\s?(?:모든|전부)/gu,
    before: /^\s?(?:(?:의|어치의?|규모의)?\s?(?![가이은는]\s)[^,.]{0,6})?$/u,
    behind:
      /^(?:[^,.]{0,12}(?:의|은|는|이|가|을|를|중|가운데)|\s(?:수출|수입|생산|채굴)(?:량|액)?|\s(?:채굴|생산)\s(?:쿼터|할당량))?\s?(?:(?:지난해|작년|올해|지난달|\d{1,2}월)(?:에는?)?\s)?(?:[\d.]+%\s?(?:늘어난|줄어든|증가한|감소한)\s)?(?:연간\s?|연\s)?(?:(?:아직도?|여전히|지금도)\s)?(?:약\s?|거의\s?|무려\s?|사실상\s)?$/u,
    change:
      /^\s?(?:[↑↓]|축소|감축|확대|(?:대|가량|정도|수준)?에서[^.]{0,12}\d|당|상승|하락|증가|감소|급등|급락|오른|오르|올랐|줄|늘|인상|인하|관세)/u,
  },
}

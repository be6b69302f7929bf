/** How each language says what a share is a share of: who buys, mines or refines, and what makes it something else. */

import type { Language } from './types.ts'

/** The words by which a language tells what its share is of. All are asked of one clause. */
interface ShareWords {
  buys: RegExp
  mines: RegExp
  /** Beside words for the whole world: what is bought is made somewhere too. */
  makes: RegExp
  refines: RegExp
  /** Of the whole world: then nobody in particular buys. */
  world: RegExp
  /** The main supplier. */
  china: RegExp
  /** Somebody else supplies, whatever their name. */
  elsewhere: RegExp
  /** Beside the mention: a share of what is sold abroad. */
  exports: RegExp
  /** What makes a share one of something else: a price, a duty, a stock in the ground; of the past, or only wished for. */
  other: RegExp
  /** What a clause must say where no grammar ties its share to the mention. */
  depends: RegExp
  /** Before, or behind, a share that is a level there, and no change of one. */
  level: readonly [before: RegExp, behind: RegExp]
  /** Before, or behind, a share that was once or is somewhere else. */
  past: readonly [before: RegExp, behind: RegExp]
  /** Between a share and one behind it: the later says how it is now, as in "90% in 2010, and 63% now". */
  now: RegExp
  /** Between a share and a mention behind it: the share is one of something else. */
  apart: RegExp
  /** What begins a clause that goes on about what stands right before its comma: "rare earths, of which 60%". */
  goesOn: RegExp
  /** Before, or behind, a share that points back to what its sentence named before: "60% of them". */
  back: readonly [before: RegExp, behind: RegExp]
  /** Before a mention that the sentence begins with, to go on about it: "For heavy rare earths, its dependence is 100%". */
  topic: RegExp
  /** Before a mention whose sentence goes on to say how much of it: "Of the rare earths that it bought, 60%". */
  ofThese: RegExp
}

const NEVER = /(?!)/

export const SHARE_WORDS: Record<Language, ShareWords> = {
  en: {
    buys: /\b(?:import(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas\w+|obtain\w*|procur\w+|acquir\w+|rel(?:y|ies|ied|iance|iant)|depend\w*|sourc\w+|gets?|got|needs?|us(?:e|es|ed)|consum\w+|demand|come|comes|came|suppl(?:y|ies) of|china\s(?:\w+\s){0,2}(?:suppl|provid)(?:y|ies|ied|es|ed|e))\b/gi,
    mines:
      /\b(?:min(?:e|es|ed|ing)|makes|manufactur\w*|output|production|produc(?:e|es|ed|ing)|extract\w*|dug|digs?)\b/gi,
    makes: /\bmade (?:in|by)\b/gi,
    refines: /\b(?:refin\w+|process(?:es|ed|ing)?|separat(?:e|es|ed|ing|ion))\b/gi,
    world: /\b(?:global(?:ly)?|world(?:wide)?|world['’]s)\b/i,
    china: /\b(?:china|chinese|beijing|mainland)\b/i,
    elsewhere:
      /\b(?:outside|not from|other than)\b|\bfrom\s+(?:the\s+)?(?!China|Beijing|Chinese)(?:\p{Lu}\p{L}+|bloc\b|rest\b|elsewhere)|\b(?:rel(?:y|ies|ied)|depend\w*) on (?!China|Beijing|Chinese)\p{Lu}|(?<!China|Beijing)\s(?:supplied|provided|supplies|provides)\s(?=\p{P}?\d)/u,
    exports: /\bexport(?!\s(?:curb|control|ban|restrict|licen))/i,
    other:
      /\b(?:price[sd]?|value|reserves?|deposits?|above|below|higher|lower|stake|tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?|quota|recycl\w*|stock|chance|contains?|trade with|no longer|denie[sd]|contract|no more than|by 20[2-9]\d|outside|indirect(?:ly)?|not (?:processed|mined|refined)|once|formerly|previously|used to|aims?|goals?|targets?|plans? to|wants? to|hopes? to|(?:before|until|till) (?:19|20)\d\d)\b/i,
    depends: /\b(?:dependen\w+|relian\w+|rel(?:y|ies|ied)|depends?|depended|share|proportion|percentage)\b/i,
    level: [
      /\b(?:to|at|is|was|remains?|reached|still)\s(?:about\s|around\s|some\s|just\s|nearly\s|almost\s|under\s|over\s|roughly\s|close to\s)?$/i,
      /^\s(?:dependent|reliant)\b/i,
    ],
    past: [
      /\b(?:from|versus|compared (?:with|to)|against|than)\s(?:about\s|around\s|some\s|nearly\s|almost\s|over\s|more than\s)?$/i,
      NEVER,
    ],
    goesOn: /^\s(?:about\s|some\s|nearly\s)?[^,;]{0,12}\bof (?:which|them)\b/,
    back: [NEVER, /^\s(?:directly\s)?of (?:it|them|which|(?:all |those )?(?:imports|purchases|supplies)(?!\sof\b))\b/i],
    topic: /^[“"']?(?:and |but )?(?:for|as for|in the case of) (?:[\p{L}-]+ ){0,4}$/iu,
    ofThese: /(?:^|[.;:,]\s*)of (?:[\p{L}’'.-]+\s){0,5}$/iu,
    now: /\b(?:the (?:share|figure|proportion|ratio)|now|today|currently)\b/i,
    apart: /\b(?:that|which|who|on|uses?|used|depends?|rel(?:y|ies)|requests|graphite|gallium|germanium|most of)\b/i,
  },
  de: {
    buys: /import|bezieh|bezog|bezug|\bführ(?:t|en|ten?)\b(?=[^.;]*\sein\b)|beschaff|deck(?:t|en)|(?<!ver)kauf|abhängig|angewiesen|einfuhr|einführ|eingeführ|bedarf|verbrauch|stamm|komm|kam|liefer/gi,
    mines: /förder|abbau|abgebaut|produktion|produzier|gewinnung|gewinnt|gewonnen|bergbau/gi,
    makes: /herstell(?!er)|hergestellt|\bstell(?:t|en)\b(?=[^,.;]*\sher\b)|gefertigt/gi,
    refines: /raffin|verarbeit|aufbereit|trennung|getrennt/gi,
    world: /(?<!um)welt|global/i,
    china: /china|chinesisch|peking|volksrepublik/i,
    elsewhere:
      /\b(?:außerhalb|nicht aus|statt)\b|\baus\s(?:dem\s|der\s|den\s)?(?!China|Peking|Volks|Selten|Schwer|Leicht|Neodym|Import)\p{Lu}\p{Ll}+/u,
    exports: /(?:export(?!kontroll|beschränk|verbot|lizen)|ausfuhr(?!kontroll|beschränk|verbot|lizen|genehm))/i,
    other:
      /preis|(?<!be)wert(?!ung)|reserven|vorkommen|anstieg|zoll|zölle|steuer|abgabe|anteil an der firma|recycel|recycl|aktie|nicht mehr|enthäl|höchstens|bis 20[2-9]\d|außerhalb|indirekt|\beinst\b|\bfrüher|\bdamals|\bziel|\bsoll(?:en|te|ten)?\b|\bwill\b|\bwollen\b|\bplan(?:t|en)\b|\b(?:vor|bis) (?:19|20)\d\d\b/i,
    depends: /abhängig|anteil|bezug|angewiesen|quote/i,
    level: [
      /(?:^|\s)(?:auf|bei|unter|zu|beträgt|betrug|noch|liegt)\s(?:rund\s|etwa\s|gut\s|knapp\s|fast\s|über\s|noch\s)?$/i,
      /^\s(?:abhängig|angewiesen)/i,
    ],
    past: [/\b(?:von|statt|gegenüber|nach|als)\s(?:rund\s|etwa\s|gut\s|knapp\s|fast\s|über\s)?$/i, NEVER],
    goesOn: /^\s(?:von denen|wovon|davon)\b/,
    back: [
      /\b(?:von denen|wovon|davon)\s(?:rund\s|etwa\s|gut\s|knapp\s|fast\s|über\s)?$/i,
      /^\s(?:davon|(?:direkt\s)?aus China)\b/i,
    ],
    topic: /^[„»"]?(?:und |aber )?(?:für|bei) (?:[\p{L}-]+ ){0,4}$/iu,
    ofThese: /(?:^|[.;:,]\s*)von (?:allen |den |seinen |ihren )?$/i,
    now: /\b(?:inzwischen|heute|mittlerweile|jetzt|der Anteil|die Quote)\b/i,
    apart: /\b(?:ist|sind|auf|Anträge|Grafit|Graphit|Gallium)\b/,
  },
  fr: {
    buys: /import|ach[eè]t|achat|acqui|procur|dépend|approvisionn|proven|provien|\bvien|\bven(?:a|ir)|besoin|consomm|fourni|arriv/gi,
    mines: /extrai|extraction|production|produi|minièr/gi,
    makes: /fabriqu/gi,
    refines: /raffin|transform|sépar/gi,
    world: /mond|planèt|global/i,
    china: /chine|(?<!\ble\s)chinois|pékin/i,
    elsewhere:
      /\b(?:hors|ailleurs|pas de)\b|(?:import|achèt|vien|ven|proven|provien|fourni)\p{L}*\s(?:aussi\s|surtout\s)?(?:de|du|des|d['’]|par|en|au|aux)\s?(?:la\s|l['’])?(?!Chin|Pékin)\p{Lu}/u,
    exports: /\bexport(?!\p{L}*\s(?:restreint|soumis))/iu,
    other:
      /prix|valeur|réserves?|gisement|droits? de douane|taxe|impôt|recycl|\baction|ne\s\p{L}+\splus|(?<!de (?:plus|moins) )en (?:plus|moins)\b|contient|d[’']ici 20|hors de|indirect|autrefois|jadis|naguère|objectif|\bvis(?:e|ent|er)\b|\bveu(?:t|lent)\b|\bprévoi|\b(?:avant|jusqu['’]en) (?:19|20)\d\d\b/iu,
    depends: /dépendan|dépend\b|\bpart\b|proportion|taux/i,
    level: [
      /(?<![\p{L}])(?:à|sous|jusqu['’]à|est de|était de|atteint|représente)\s(?:environ\s|près de\s|quelque\s|moins de\s)?$/iu,
      /^\s(?:dépendant)/i,
    ],
    past: [/\b(?:contre|au lieu de|passée? de)\s(?:environ\s|près de\s|quelque\s|plus de\s)?$/i, NEVER],
    goesOn: /^\sdont\b/,
    back: [
      /\bdont\s(?:environ\s|près de\s|quelque\s|plus de\s)?$/i,
      /^\s(?:d['’]entre (?:eux|elles)|de (?:ses|leurs|ces) (?:importations|achats|besoins))\b/iu,
    ],
    topic: /^[«"\s]*(?:et |mais )?(?:pour|quant (?:à|aux?)|s['’]agissant d(?:e|u|es)) (?:[\p{L}-]+ |l['’]){0,4}$/iu,
    ofThese: /(?:^|[.;:,]\s*)(?:sur|parmi) (?:toutes )?(?:les |ses |leurs |ces )?$/i,
    now: /aujourd['’]hui|désormais|cette (?:part|proportion)/i,
    apart: /\b(?:qui|dépend\p{L}*|demandes|entreprises|systèmes|graphite)\b/iu,
  },
  es: {
    buys: /import(?!ante|ancia)|compr|depend|abastec|provien|proven|\bvien|proced|necesit|necesidad|adquier|adquir|obten|obtien|obtuv|\btra(?:e|en|ía|ían|jo|jeron)\b|suministr|consum/gi,
    mines: /extra[eí]|extracción|producción|produc(?!to)|minería/gi,
    makes: /fabric(?!ante)/gi,
    refines: /refin|proces(?!o de pa)|separa/gi,
    world: /mund|planet|global/i,
    china: /\bchin[ao]s?\b|pekín/i,
    elsewhere:
      /\b(?:fuera de|no de)\b|(?:import|compra|proced|provien|vien|suministra)\p{L}*\s(?:también\s)?(?:de|desde|a|en|por)\s(?:la\s)?(?!China|Pekín)\p{Lu}/u,
    exports: /\bexport(?!\p{L}*\s(?:control|restring))/iu,
    other:
      /precios?\b|valor|reservas?|yacimiento|arancel|impuesto|gravamen|recicl|\bacciones\b|ya no|contiene|para 20[2-9]\d|como máximo|fuera de|indirect|antaño|\bllegó a\b|objetivo|\bpretend|\bquier|\baspira|\bplanea|\b(?:antes de|hasta) (?:19|20)\d\d\b/i,
    depends: /dependen|depende\b|proporción|cuota|\bparte\b|porcentaje/i,
    level: [
      /(?:\bal|\bhasta el|\ba un|\ben el|\bes del|\bera del|dependencia del|representa el|alcanza el|ronda el|supera el)\s$/i,
      NEVER,
    ],
    past: [/(?:\bfrente al?|\bdesde el|(?<!más |menos |cerca |alrededor |es |era |dependencia )\bdel)\s$/i, NEVER],
    goesOn: /^\sde (?:las|los) (?:que|cuales)\b/,
    back: [
      /\bde (?:las|los) (?:que|cuales)\s[^,;]{0,40}$/i,
      /^\s(?:de (?:ellos|ellas)|de (?:sus|las|esas) (?:importaciones|compras))\b/i,
    ],
    topic: /^[«"\s]*(?:y |pero )?(?:para|en cuanto al?|en el caso del?) (?:[\p{L}-]+ ){0,4}$/iu,
    ofThese: /(?:^|[.;:,]\s*)de (?:todas )?(?:las |los |sus |esas |esos )?$/i,
    now: /\b(?:hoy|ahora|actualmente|es[at]e? (?:proporción|cuota|porcentaje|parte))\b/i,
    apart: /\b(?:que|dependen?|solicitudes|empresas|sistemas|grafito)\b/i,
  },
  ja: {
    buys: /輸入|依存|調達|購入|買|頼|仕入|中国から/gu,
    mines: /産出|採掘|生産|採鉱/gu,
    makes: /製造(?!業)|中国製|[作つ][るらっく]/gu,
    refines: /精錬|製錬|分離|精製|加工/gu,
    world: /世界|グローバル/u,
    china: /中国|対中|北京/u,
    elsewhere: /以外/u,
    exports: /輸出(?!規制|管理|禁止|制限|許可)/u,
    other:
      /価格|値段|埋蔵|関税|課税|税率|株|鉱床|リサイクル|再生|企業の|申請|回答|20[2-9]\d年までに|以外|間接|かつて|以前は|目標|目指|方針|計画|(?:19|20)\d\d年(?:以前|まで)|含(?:む|ま|有)/u,
    depends: /依存|割合|比率|シェア|占め/u,
    level: [
      /(?:度|率|割合|シェア)(?:は|が|も)(?:なお|約|およそ|依然)?$/u,
      /^\s?(?:台|程度|前後|近く|弱|強|超|余り)?(?:に(?!も)|へ|まで|を中国|を占|だ|で推移|と)/u,
    ],
    past: [/(?:時は|当時の|以前の)$/u, /^\s?(?:超|強|弱|台|程度|前後|近く)?から/u],
    goesOn: /^(?:約|その)?/u,
    back: [/(?:うち|その|このうち)(?:の)?(?:約|およそ|実に)?$/u, NEVER],
    topic: NEVER,
    ofThese: NEVER,
    now: /現在|今は|今では|足元|[こそ]の(?:割合|比率)/u,
    apart: /[はが]/u,
  },
  'zh-Hans': {
    buys: /进口|依赖|采购|购买|购自|依存|来自|产自|靠中|中国[制产造]|由.{1,6}供应|所需|仰赖|从(?:中国|大陆)|买(?![家方])/gu,
    mines: /开采|挖|产量|采矿|产出|生产/gu,
    makes: /制造(?![业商])/gu,
    refines: /冶炼|精炼|分离|加工|提炼/gu,
    world: /全球|世界/u,
    china: /中国|对华|中方|我国/u,
    elsewhere: /以外|之外/u,
    exports: /出口(?!管制|限制|禁令|许可)/u,
    other:
      /价格|储量|税|股|矿床|回收|同比|环比|企业中|申请|配额|含有|到20[2-9]\d年|以外|之外|间接|占(?:全)?中国|全国|曾(?!经)|曾经|一度|过去(?![一二三四五六七八九十两几\d])|目标|计划|力争|拟|(?:19|20)\d\d年(?:以前|之前|前)/u,
    depends: /依存|依赖|来自|占|比例|比重|仰赖/u,
    level: [/(?:至|到|为|达|占|仍|高达|约)(?:约|近|逾|不足)?$/u, /^(?:以上|左右|多)?(?:来自|依赖|仰赖|由中|购自)/u],
    past: [/(?:(?:由|从)(?:\d{4}年的?)?|之前的|当时的)(?:约|近)?$/u, NEVER],
    goesOn: /^(?:约|有|约有|其中)?/u,
    back: [/(?:其中(?:有|约|约有|近|逾|超过|高达)?|这一(?:比例|比率|比重)[^，。]{0,5})$/u, NEVER],
    topic: NEVER,
    ofThese: NEVER,
    now: /如今|现在|目前|这一(?:比例|比率|比重)/u,
    apart: /依赖|仰赖|企业|系统|石墨/u,
  },
  'zh-Hant': {
    buys: /進口|依賴|採購|購買|購自|依存|來自|產自|靠中|中國[製產造]|仰賴|倚賴|由.{1,6}供應|所需|從(?:中國|對岸|大陸)|買(?![家方])/gu,
    mines: /開採|挖|產量|採礦|產出|生產/gu,
    makes: /製造(?![業商])/gu,
    refines: /冶煉|精煉|分離|加工|提煉/gu,
    world: /全球|世界/u,
    china: /中國|對中|陸方|大陸|對岸/u,
    elsewhere: /以外|之外/u,
    exports: /出口(?!管制|限制|禁令|許可)/u,
    other:
      /價格|儲量|稅|股|礦床|回收|同比|年增|年減|企業中|申請|配額|含有|到20[2-9]\d年|以外|之外|間接|[占佔](?:全)?中國|曾|一度|過去(?![一二三四五六七八九十兩幾\d])|目標|計畫|力拚|擬|(?:19|20)\d\d年(?:以前|之前|前)/u,
    depends: /依存|依賴|來自|佔|占|比例|比重|仰賴/u,
    level: [/(?:至|到|為|達|佔|占|仍|高達|約)(?:約|近|逾|不足)?$/u, /^(?:以上|左右|多)?(?:來自|依賴|仰賴|由中|購自)/u],
    past: [/(?:(?:由|從)(?:\d{4}年的?)?|之前的|當時的)(?:約|近)?$/u, NEVER],
    goesOn: /^(?:約|有|約有|其中)?/u,
    back: [/(?:其中(?:有|約|約有|近|逾|超過|高達)?|這一(?:比例|比率|比重)[^，。]{0,5})$/u, NEVER],
    topic: NEVER,
    ofThese: NEVER,
    now: /如今|現在|目前|這一(?:比例|比率|比重)/u,
    apart: /依賴|仰賴|企業|系統|石墨/u,
  },
  ko: {
    buys: /수입|의존|구매|조달|들여|사\s?온|사\s?왔|사들|샀|에서\s?온|중국산/gu,
    mines: /채굴|캐[고는]|캔다|생산|산출/gu,
    makes: /제조(?!업)|만[든드들]|중국산/gu,
    refines: /정제|제련|분리|가공/gu,
    world: /세계|글로벌/u,
    china: /중국|대중/u,
    elsewhere: /이외/u,
    exports: /수출(?!\s?(?:통제|규제|제한|금지|허가))/u,
    other:
      /가격|매장|관세|세율|세금|주가|재활용|전년|업체의|신청|함유|20[2-9]\d년까지|이외|간접|한때|과거|목표|계획|기로 |방침|(?:19|20)\d\d년\s?(?:이전|까지)|들어 있/u,
    depends: /의존|비중|점유율|비율|중국산/u,
    level: [
      /(?:도|율|비중)(?:은|는|이|가)\s?(?:약\s?|여전히\s?)?$/u,
      /^\s?(?:안팎|가량|정도|수준|대|미만|이하|이상|초반|중반|후반)?(?:[를을] 중국|에서 중국|로|으로|까지|에 머|에 달|에 이|이다|다|였다|[를을] 차지)/u,
    ],
    past: [NEVER, /^\s?(?:대|가량|정도|수준)?에서/u],
    goesOn: /^\s/u,
    back: [/[그이]\s?(?:중|가운데)\s?(?:약\s?)?$/u, NEVER],
    topic: NEVER,
    ofThese: NEVER,
    now: /지금|현재|이제는|[이그] (?:비율|비중)/u,
    apart: /기업|업체|체계|의존/u,
  },
}

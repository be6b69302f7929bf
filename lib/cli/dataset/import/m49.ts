/** Economies of the dataset in the numeric codes of UN Comtrade: UN M49, but for a few that Comtrade numbers its own way. */

/** Partner code of all partners together. */
export const WORLD = 0

/** ISO 3166-1 alpha-3 to number; the first number is the one UN Comtrade uses. */
const CODES = `
AGO 24       ARE 784      ARG 32       ARM 51       AUS 36       AUT 40       AZE 31       BDI 108
BEL 56       BGD 50       BGR 100      BLR 112      BOL 68       BRA 76       BRN 96       CAN 124
CHE 757,756  CHL 152      CHN 156      COD 180      COG 178      COL 170      CUB 192      CYP 196
CZE 203      DEU 276      DNK 208      ECU 218      EGY 818      ESP 724      EST 233      ETH 231
FIN 246      FRA 251,250  GAB 266      GBR 826      GRC 300      GRL 304      GTM 320      HKG 344
HND 340      HRV 191      HUN 348      IDN 360      IND 699,356  IRL 372      IRN 364      ISL 352
ISR 376      ITA 380,381  JPN 392      KAZ 398      KEN 404      KGZ 417      KHM 116      KOR 410
KWT 414      LAO 418      LKA 144      LTU 440      LUX 442      LVA 428      MAC 446      MAR 504
MDG 450      MEX 484      MLT 470      MMR 104      MNG 496      MOZ 508      MWI 454      MYS 458
NAM 516      NCL 540      NGA 566      NLD 528      NOR 579,578  NZL 554      PAK 586      PER 604
PHL 608      PNG 598      POL 616      PRK 408      PRT 620      PRY 600      QAT 634      ROU 642
RUS 643      RWA 646      SAU 682      SGP 702      SRB 688      SVK 703      SVN 705      SWE 752
THA 764      TJK 762      TLS 626      TUR 792      TZA 834      UGA 800      UKR 804      USA 842,840
UZB 860      VNM 704      ZAF 710      ZMB 894      ZWE 716      EU 97
TWN 490,158
`
// Taiwan is "Other Asia, nes" (490) in UN statistics; nothing else is counted there.

const pairs = [...CODES.matchAll(/([A-Z]{2,3}) ([\d,]+)/g)].map(([, economy = '', numbers = '']) => ({
  economy,
  numbers: numbers.split(',').map(Number),
}))

/** Economy of a number, e.g. 842 to `USA`. */
export const ECONOMY_OF_NUMBER: ReadonlyMap<number, string> = new Map(
  pairs.flatMap(({ economy, numbers }) => numbers.map((number) => [number, economy] as const)),
)

/** Number of an economy in UN Comtrade, e.g. `USA` to 842. */
export const NUMBER_OF_ECONOMY: ReadonlyMap<string, number> = new Map(
  pairs.map(({ economy, numbers: [number = 0] }) => [economy, number]),
)

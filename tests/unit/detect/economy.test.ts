import { beforeAll, describe, expect, it } from 'vitest'
import { economyOfArticle, economyOfSentence } from '../../../lib/detect/economy.ts'
import type { Lexicon } from '../../../lib/detect/lexicon.ts'
import { economiesIn } from '../../../lib/detect/namings.ts'
import type { Language } from '../../../lib/detect/types.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'

let lexicons: Record<Language, Lexicon>
beforeAll(async () => {
  lexicons = await bundledLexicons()
}, 60_000)

describe('economyOfSentence', () => {
  /** The economy of the sentence around `mention` in a text. */
  function of(lang: Language, text: string, mention: string): string | null {
    const start = text.indexOf(mention)
    const lexicon = lexicons[lang]
    return economyOfSentence(lexicon, text, start, start + mention.length, economiesIn(lexicon, text))
  }

  it.each<[Language, string, string, string | null]>([
    ['en', 'Japan imports most of its rare earths from China.', 'rare earths', 'JPN'],
    ['en', 'China banned exports of dual-use items to Japan.', 'dual-use items', 'JPN'],
    ['en', 'Germany relies on rare earths from China.', 'rare earths', 'DEU'],
    ['en', 'China cut rare earth exports to the United States.', 'rare earth', 'USA'],
    ['en', 'The European Union depends on China for rare earths.', 'rare earths', 'EU'],
    ['en', 'European carmakers need rare earths.', 'rare earths', 'EU'],
    ['de', 'Europas Autobauer warten auf Seltene Erden.', 'Seltene Erden', 'EU'],
    ['fr', 'Les constructeurs européens manquent de terres rares.', 'terres rares', 'EU'],
    ['es', 'Los fabricantes europeos carecen de tierras raras.', 'tierras raras', 'EU'],
    ['en', 'Rare earths are mined in China.', 'Rare earths', null],
    ['en', 'Rare earths are metals.', 'Rare earths', null],
    ['en', 'Japan protested. Rare earths are metals.', 'Rare earths', null],
    // A name inside the mention is the mention’s.
    ['en', 'Firms study the EU Dual-Use Regulation.', 'EU Dual-Use Regulation', null],
    ['en', 'South Korea buys rare earths that Australia sells.', 'rare earths', 'KOR'],
    ['en', 'China depends on rare earths from Myanmar and imports them.', 'rare earths', 'CHN'],
    ['ja', '日本はレアアースを中国から輸入している。', 'レアアース', 'JPN'],
    ['ja', '中国は日本へのレアアース輸出を禁止した。', 'レアアース', 'JPN'],
    ['ja', 'レアアースの対日輸出が滞っている。', 'レアアース', 'JPN'],
    ['ja', '米国は対中輸出規制でデュアルユース技術の流出を防ぐ。', 'デュアルユース技術', 'CHN'],
    ['ja', 'レアアースの中国依存度は6割だ。', 'レアアース', null],
    ['zh-Hans', '中国禁止向日本出口两用物项。', '两用物项', 'JPN'],
    ['zh-Hant', '「台灣有事」發言後，中國禁止稀土出口至日本。', '稀土', 'JPN'],
    ['ja', '中国はドイツとチェコの防衛企業7社に対し、デュアルユース技術の輸出を禁じた。', 'デュアルユース技術', 'CZE'],
    // What others do is said aside.
    ['fr', 'Taïwan, dont Pékin revendique la souveraineté, achète ses terres rares au Japon.', 'terres rares', 'TWN'],
    ['en', 'India, which Pakistan accuses of hoarding, buys its rare earths from China.', 'rare earths', 'IND'],
    ['zh-Hans', '中方加强两用物项对日出口管制。', '两用物项', 'JPN'],
    ['zh-Hans', '对中国稀土的依赖难以摆脱。', '稀土', null],
    ['zh-Hant', '中國禁止向日本出口兩用物項。', '兩用物項', 'JPN'],
    ['zh-Hant', '中國管制稀土輸日。', '稀土', 'JPN'],
    ['ko', '중국은 일본에 대한 이중용도 품목 수출을 금지했다.', '이중용도 품목', 'JPN'],
    ['ko', '중국은 희토류 대일 수출을 조였다.', '희토류', 'JPN'],
    ['de', 'Deutschland importiert Seltene Erden aus China.', 'Seltene Erden', 'DEU'],
    ['fr', 'La Chine interdit les exportations de terres rares vers le Japon.', 'terres rares', 'JPN'],
    ['es', 'China prohíbe exportar tierras raras a Japón.', 'tierras raras', 'JPN'],
    ['es', 'El Departamento de Defensa de Estados Unidos compra samario.', 'samario', 'USA'],
    ['fr', 'Les fabricants de Corée du Sud cherchent du néodyme.', 'néodyme', 'KOR'],
    // Export controls and supply chains are no exports and no supply.
    ['en', 'Germany fears the export controls on rare earths.', 'rare earths', 'DEU'],
    ['de', 'Japan kritisiert die Exportkontrollen für Seltene Erden.', 'Seltene Erden', 'JPN'],
    ['ja', '日本はレアアースの供給網を強化する。', 'レアアース', 'JPN'],
    ['ja', '豪ライナスは重希土類を日本の商社に供給する。', '重希土類', 'JPN'],
    // Where it is done stands between who does it and the verb.
    ['ja', '豪ライナスはマレーシアの工場でジスプロシウムの生産を始めた。', 'ジスプロシウム', null],
    ['ko', '호주 라이너스는 말레이시아 공장에서 디스프로슘 생산을 늘린다.', '디스프로슘', null],
    ['ja', '独シーメンスはドイツの工場でジスプロシウムを使う。', 'ジスプロシウム', 'DEU'],
    // Entities put on a list are those of whom they belong to.
    ['en', 'Beijing added 20 Japanese entities to its export control list.', 'export control list', 'JPN'],
    // No dateline.
    ['de', 'US-Autobauer brauchen Seltene Erden, die Japan noch hat.', 'Seltene Erden', 'USA'],
    ['en', 'Japan makes high-tech gadgets with rare earths it imports.', 'rare earths', 'JPN'],
    // Where a report was written is nobody's dependence.
    ['en', 'HANOI (AFP) - Rare earths are metals.', 'Rare earths', null],
    ['zh-Hant', '（路透東京18日電）稀土價格大漲。', '稀土', null],
  ])('%s: %s', (lang, text, mention, expected) => {
    expect(of(lang, text, mention)).toBe(expected)
  })
})

describe('economyOfArticle', () => {
  it.each([
    ['Japan faces rare earth ban', 'Japanese makers fear for supplies.', 'JPN'],
    ['Rare earth ban', 'German firms fear it. Germany is worried.', 'DEU'],
    ['China tightens curbs', 'China said so. Chinese firms agree.', null],
    ['Rare earth ban', 'Germany imports ore. Japan is an island.', 'DEU'],
    ['Rare earth ban', 'Vietnam exports ore. Vietnam sells ore. Japan imports it.', 'JPN'],
    ['US and Japan talk', 'Nothing new.', null],
    ['Prices rise', 'Japan is mentioned once.', null],
    ['Prices rise', `${'word '.repeat(300)} Japan Japan Japan Japan`, null],
    ['', '', null],
  ])('%s / %s', (headline, text, expected) => {
    expect(economyOfArticle(lexicons.en, headline, `${headline}\n${text}`)).toBe(expected)
  })
})

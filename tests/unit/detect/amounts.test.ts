import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountTiedTo } from '../../../lib/detect/amounts.ts'
import { LANGUAGES, type Language } from '../../../lib/detect/types.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'
import { anyText } from '../../helpers/texts.ts'

const lexicons = await bundledLexicons()

type Other = Exclude<Language, 'en'>

/** The amount tied to `mention`, as "words = value unit (of what)". */
function tied(sentence: string, language: Other, mention: string): string | null {
  const start = sentence.indexOf(mention)
  expect(start).toBeGreaterThanOrEqual(0)
  const number = amountTiedTo(lexicons[language], sentence, start, start + mention.length)
  if (number === null) return null
  expect(sentence.slice(number.start, number.end)).toBe(number.text)
  return `${number.text} = ${number.value} ${number.unit}${number.of === null ? '' : ` (${number.of})`}`
}

describe('amountTiedTo', () => {
  it.each<[Other, string, string, string | null]>([
    ['de', 'Dysprosium', 'Die Einfuhr von drei Tonnen Dysprosium wurde genehmigt.', 'drei Tonnen = 3 t'],
    ['de', 'Seltene Erden', 'Zwei Millionen Tonnen Seltene Erden lagern dort.', 'Zwei Millionen Tonnen = 2000000 t'],
    ['de', 'Seltenen Erden', 'Nur ein Prozent der Seltenen Erden wird zurückgewonnen.', 'ein Prozent = 1 %'],
    ['de', 'Seltene Erden', 'Zwei Firmen verarbeiten Seltene Erden.', null],
    ['fr', 'néodyme', 'L’usine produit cinquante tonnes de néodyme par an.', 'cinquante tonnes = 50 t'],
    ['fr', 'terres rares', 'Deux entreprises achètent des terres rares.', null],
    ['es', 'neodimio', 'La planta produce tres toneladas de neodimio al mes.', 'tres toneladas = 3 t'],
    ['es', 'tierras raras', 'Refina nueve de cada diez toneladas de tierras raras.', 'nueve de cada diez = 90 %'],
  ])('reads numbers in words: %s, %s, %s', (language, mention, sentence, expected) => {
    expect(tied(sentence, language, mention)).toBe(expected)
  })

  it.each<[Other, string, string, string | null]>([
    [
      'fr',
      'terres rares',
      'Les achats de terres rares de la France, qui pèsent peu, se sont établis à 120 tonnes.',
      '120 tonnes = 120 t',
    ],
    [
      'es',
      'tierras raras',
      'Las exportaciones de tierras raras cayeron a 3.800 toneladas.',
      '3.800 toneladas = 3800 t',
    ],
    ['es', 'tierras raras', 'Las compras de tierras raras rondaron las 5.000 toneladas.', '5.000 toneladas = 5000 t'],
    ['ja', 'レアアース', 'レアアースの精製では、中国が世界の9割を占める。', '9割 = 90 % (refined)'],
    ['ja', 'レアアース', 'レアアースの対中依存なお6割。', '6割 = 60 % (bought)'],
    ['ja', 'サマリウム', 'サマリウムの3元素が加わった。', null],
    ['ko', '희토류', '희토류 채굴 쿼터 27만 톤이 배정됐다.', '27만 톤 = 270000 t'],
    ['ko', '희토류', '희토류는 작년 1,240톤을 수입했다.', '1,240톤 = 1240 t'],
    ['zh-Hans', '稀土', '日本斥资390亿日元采购稀土。', '390亿日元 = 39000000000 JPY'],
    ['zh-Hans', '稀土', '在稀土精炼环节，这一比例高达91%。', '91% = 91 %'],
    ['zh-Hans', '镝', '该厂可满足日本镝、铽需求的20%。', '20% = 20 %'],
    ['zh-Hans', '镝', '镝、石油价格的20%是运费。', null],
    ['zh-Hant', '兩用貨品', '去年兩用貨品出口總值388億歐元。', '388億歐元 = 38800000000 EUR'],
    ['zh-Hant', '氧化鈧', '美國斥資4,000萬美元採購氧化鈧。', '4,000萬美元 = 40000000 USD'],
  ])('reads what a thing came to: %s, %s, %s', (language, mention, sentence, expected) => {
    expect(tied(sentence, language, mention)).toBe(expected)
  })

  it.each<[Other, string, string, string | null]>([
    ['de', 'Seltene Erden', 'Seltene Erden im Wert von 4,2 Mrd. $ kamen an.', '4,2 Mrd. $ = 4200000000 USD'],
    ['de', 'Seltene Erden', 'Seltene Erden im Wert von 4,2 Mio. US-$ kamen an.', '4,2 Mio. US-$ = 4200000 USD'],
    ['fr', 'terres rares', 'Les achats de terres rares ont atteint 4,2 Md€.', '4,2 Md€ = 4200000000 EUR'],
    ['fr', 'terres rares', 'Les achats de terres rares ont atteint 4,2 Mds $ US.', '4,2 Mds $ US = 4200000000 USD'],
    ['fr', 'terres rares', 'Les achats de terres rares ont atteint 4 M€.', '4 M€ = 4000000 EUR'],
    ['es', 'tierras raras', 'Las compras de tierras raras sumaron 4.200 M€.', '4.200 M€ = 4200000000 EUR'],
    ['es', 'tierras raras', 'Las compras de tierras raras sumaron 6.600 tm.', '6.600 tm = 6600 t'],
    [
      'es',
      'tierras raras',
      'Las compras de tierras raras sumaron US$ 4.200 millones.',
      'US$ 4.200 millones = 4200000000 USD',
    ],
    ['es', 'tierras raras', 'Las compras de tierras raras sumaron $ 4.200 millones.', null],
  ])('reads the short forms of the trade press: %s, %s, %s', (language, mention, sentence, expected) => {
    expect(tied(sentence, language, mention)).toBe(expected)
  })

  it.each<[Other, string, string, string | null]>([
    ['de', 'Seltenen Erden', 'Japan bezieht 60 Prozent seiner Seltenen Erden aus China.', '60 Prozent = 60 % (bought)'],
    ['de', 'Seltenen Erden', 'Zwei Drittel der Seltenen Erden kommen aus China.', 'Zwei Drittel = 66.7 % (bought)'],
    ['de', 'Seltene Erden', 'Es waren 6.600 Tonnen Seltene Erden.', '6.600 Tonnen = 6600 t'],
    [
      'de',
      'Seltene Erden',
      'Verkauft wurden für 4,2 Milliarden Dollar Seltene Erden.',
      '4,2 Milliarden Dollar = 4200000000 USD',
    ],
    ['de', 'Seltenen Erden', 'Das Land kauft die Seltenen Erden zu 60 Prozent in China.', '60 Prozent = 60 % (bought)'],
    ['de', 'Seltene Erden', 'Der Preis für Seltene Erden stieg um 30 Prozent.', null],
    ['de', 'Seltenen Erden', 'Er nannte 60 Prozent, und von Seltenen Erden sprach er nicht.', null],
    [
      'de',
      'Seltene Erden',
      'Deutschland importierte Seltene Erden im Wert von 64,5 Millionen Euro.',
      '64,5 Millionen Euro = 64500000 EUR',
    ],
    [
      'de',
      'Seltenen Erden',
      'Von den Seltenen Erden stammten 65,5 Prozent aus China.',
      '65,5 Prozent = 65.5 % (bought)',
    ],
    [
      'fr',
      'terres rares',
      'Elle a importé des terres rares d’une valeur de 64,5 millions d’euros.',
      '64,5 millions d’euros = 64500000 EUR',
    ],
    [
      'es',
      'tierras raras',
      'Importó tierras raras por valor de 64,5 millones de euros.',
      '64,5 millones de euros = 64500000 EUR',
    ],
    ['fr', 'terres rares', 'Le Japon importe 60 % de ses terres rares de Chine.', '60 % = 60 % (bought)'],
    ['fr', 'terres rares', 'La Chine raffine 90 % des terres rares.', '90 % = 90 % (refined)'],
    [
      'fr',
      'terres rares',
      'Il a vendu pour 660 milliards de yens de terres rares.',
      '660 milliards de yens = 660000000000 JPY',
    ],
    ['fr', 'terres rares', 'Quelque 6 600 tonnes de terres rares y sont extraites.', '6 600 tonnes = 6600 t'],
    ['fr', 'terres rares', 'La moitié des terres rares viennent de Chine.', 'La moitié = 50 % (bought)'],
    ['fr', 'terres rares', 'Le cours des terres rares a bondi de 30 %.', null],
    ['es', 'tierras raras', 'Japón compra el 60% de sus tierras raras a China.', '60% = 60 % (bought)'],
    [
      'es',
      'tierras raras',
      'Son 660.000 millones de yenes de tierras raras.',
      '660.000 millones de yenes = 660000000000 JPY',
    ],
    ['es', 'tierras raras', 'Importó 6.600 toneladas de tierras raras.', '6.600 toneladas = 6600 t'],
    ['es', 'tierras raras', 'El precio de las tierras raras subió un 30%.', null],
    ['ja', 'レアアース', '日本はレアアースの6割を中国から輸入する。', '6割 = 60 % (bought)'],
    ['ja', 'レアアース', '日本はレアアースの約６０％を中国に依存している。', '６０％ = 60 % (bought)'],
    ['ja', 'レアアース', '1兆2000億円規模のレアアースを買う。', '1兆2000億円 = 1200000000000 JPY'],
    ['ja', 'レアアース', '3万2000トンのレアアース', '3万2000トン = 32000 t'],
    ['ja', 'レアアース', 'レアアースの3分の2を中国に頼る。', '3分の2 = 66.7 % (bought)'],
    ['ja', 'レアアース', 'レアアース価格は30%上昇した。', null],
    ['ja', 'レアアース', 'レアアースの対中依存度は9割から6割に下がった。', '6割 = 60 % (bought)'],
    ['ja', 'レアアース', '中国は世界のレアアース生産の約7割、精製の約9割を握る。', '7割 = 70 % (mined)'],
    ['zh-Hans', '稀土', '日本进口的稀土有60%来自中国。', '60% = 60 % (bought)'],
    ['zh-Hans', '稀土', '日本六成以上的稀土依赖中国。', '六成 = 60 % (bought)'],
    ['zh-Hant', '稀土', '美國七成稀土由中國供應。', '七成 = 70 % (bought)'],
    ['zh-Hans', '稀土', '稀土进口额约6,600 亿日元。', '6,600 亿日元 = 660000000000 JPY'],
    ['zh-Hans', '稀土', '全球百分之九十的稀土在中国冶炼。', '百分之九十 = 90 % (refined)'],
    ['zh-Hans', '稀土', '稀土价格上涨，涨幅达30%。', null],
    ['zh-Hant', '稀土', '日本六成稀土仰賴中國進口。', '六成 = 60 % (bought)'],
    ['zh-Hant', '稀土', '進口6600噸稀土。', '6600噸 = 6600 t'],
    ['zh-Hant', '稀土', '稀土價格上漲30%。', null],
    ['zh-Hant', '稀土', '日本九成五的稀土仰賴中國進口。', '九成五 = 95 % (bought)'],
    ['ja', 'レアアース', 'レアアースの6割5分を中国から輸入する。', '6割5分 = 65 % (bought)'],
    ['zh-Hans', '稀土', '从中国进口的稀土作为筹码之一成为焦点。', null],
    [
      'de',
      'Seltenen Erden',
      'Die Förderung von Seltenen Erden ist 2024 auf 390.000 Tonnen gestiegen.',
      '390.000 Tonnen = 390000 t',
    ],
    ['fr', 'terres rares', 'L’usine fera 600 tonnes par an de terres rares.', '600 tonnes = 600 t'],
    ['es', 'tierras raras', 'La mina dará 2.100 toneladas anuales de tierras raras.', '2.100 toneladas = 2100 t'],
    ['ja', 'レアアース', 'レアアースを年に約3000トン輸入する。', '3000トン = 3000 t'],
    ['zh-Hans', '稀土', '稀土出口下降至500吨。', '500吨 = 500 t'],
    ['zh-Hant', '稀土', '對美出口的稀土僅17公噸。', '17公噸 = 17 t'],
    ['ko', '희토류', '희토류 수출 6,150톤', '6,150톤 = 6150 t'],
    ['ko', '희토류', '미국은 희토류를 사실상 전량 중국에서 수입한다.', '전량 = 100 % (bought)'],
    // Both ends of a range are meant.
    ['ko', '희토류', '일본은 희토류의 60~70%를 중국에서 수입한다.', '60~70% = 70 % (bought)'],
    [
      'de',
      'Seltenen Erden',
      'Japan bezieht 60 bis 70 Prozent seiner Seltenen Erden aus China.',
      '60 bis 70 Prozent = 70 % (bought)',
    ],
    ['ko', '희토류', '일본은 희토류의 60%를 중국에서 수입한다.', '60% = 60 % (bought)'],
    ['ko', '희토류', '중국에서 들여오는 희토류 비중 60%', '60% = 60 % (bought)'],
    ['ko', '희토류', '희토류 6,600톤을 들여왔다.', '6,600톤 = 6600 t'],
    ['ko', '희토류', '희토류 가격이 30% 상승했다.', null],
    // Parts and numbers in words.
    ['de', 'Seltenen Erden', 'Neun Zehntel der Seltenen Erden kommen aus China.', 'Neun Zehntel = 90 % (bought)'],
    ['de', 'Seltener Erden', 'China raffiniert neun von zehn Tonnen Seltener Erden.', 'neun von zehn = 90 % (refined)'],
    ['fr', 'terres rares', 'Neuf dixièmes des terres rares viennent de Chine.', 'Neuf dixièmes = 90 % (bought)'],
    [
      'es',
      'tierras raras',
      'Ocho de cada diez toneladas de tierras raras vienen de China.',
      'Ocho de cada diez = 80 % (bought)',
    ],
    ['ja', 'レアアース', 'レアアースの5分の4を中国から輸入する。', '5分の4 = 80 % (bought)'],
    ['zh-Hans', '稀土', '日本十分之九的稀土来自中国。', '十分之九 = 90 % (bought)'],
    ['zh-Hans', '稀土', '稀土出口约两万六千吨。', '两万六千吨 = 26000 t'],
    ['zh-Hant', '稀土', '稀土近百分之百來自中國。', '百分之百 = 100 % (bought)'],
    ['ko', '희토류', '희토류는 열에 아홉을 중국에서 사 온다.', '열에 아홉 = 90 % (bought)'],
    // All of it.
    ['ja', 'レアアース', 'レアアースはほぼ全量を中国に頼る。', '全量 = 100 % (bought)'],
    ['zh-Hans', '稀土', '日本的稀土几乎全部来自中国。', '全部 = 100 % (bought)'],
    [
      'fr',
      'terres rares',
      'Il achète à la Chine la quasi-totalité de ses terres rares.',
      'la quasi-totalité = 100 % (bought)',
    ],
    ['zh-Hans', '稀土', '稀土全部售出。', null],
    ['de', 'Seltenen Erden', 'Die Seltenen Erden sind auf vollständig neue Art gewonnen.', null],
    ['de', 'Seltenen Erden', 'Fast alle Seltenen Erden kommen aus China.', 'Fast alle = 100 % (bought)'],
    ['fr', 'terres rares', 'Il achète à la Chine presque toutes ses terres rares.', 'presque toutes = 100 % (bought)'],
    [
      'es',
      'tierras raras',
      'Casi todas las tierras raras del mundo se refinan en China.',
      'Casi todas = 100 % (refined)',
    ],
    ['zh-Hans', '稀土', '全球几乎所有的稀土都在中国精炼。', '所有 = 100 % (refined)'],
    ['ko', '희토류', '중국은 세계에서 거의 모든 희토류를 정제한다.', '거의 모든 = 100 % (refined)'],
    // What a price is for, those who answered, a change.
    ['ja', 'レアアース', 'レアアースは1キロ900円だった。', null],
    ['ko', '희토류', '업체의 61%가 희토류 재고를 늘렸다.', null],
    ['ko', '희토류', '희토류 수입 12%↑', null],
    // Far from it, and on its other side.
    ['de', 'Seltenen Erden', 'Der Bedarf an Seltenen Erden wurde mit 6.150 Tonnen beziffert.', '6.150 Tonnen = 6150 t'],
    ['de', 'Lanthan', 'Das Werk kauft 85 Prozent seines Bedarfs an Lanthan in China.', '85 Prozent = 85 % (bought)'],
    ['fr', 'terres rares', 'Les ventes de terres rares se sont établies à 260 tonnes.', '260 tonnes = 260 t'],
    ['es', 'tierras raras', 'Las tierras raras supusieron el 18 % de sus compras a China.', '18 % = 18 % (bought)'],
    ['zh-Hans', '稀土', '岛上蕴藏1600万吨非放射性稀土。', '1600万吨 = 16000000 t'],
    [
      'de',
      'Lanthan',
      'Lanthan, das in Autos steckt, wurde zu 76 Prozent aus China geliefert.',
      '76 Prozent = 76 % (bought)',
    ],
    [
      'de',
      'Seltenen Erden',
      'Zu 98 Prozent werden die Seltenen Erden aus China geliefert.',
      '98 Prozent = 98 % (bought)',
    ],
    ['fr', 'terres rares', 'Il dépend de la Chine à hauteur de 70 % pour ses terres rares.', '70 % = 70 % (bought)'],
    ['zh-Hans', '稀土', '11月稀土出口5494吨', '5494吨 = 5494 t'],
    ['zh-Hant', '稀土', '台灣從中國輸入的稀土，占總進口不到兩成。', '兩成 = 20 % (bought)'],
    ['zh-Hant', '稀土', '去年進口稀土1萬2,900公噸。', '1萬2,900公噸 = 12900 t'],
    ['zh-Hant', '稀土', '庫存的稀土剩下60公斤。', '60公斤 = 0.06 t'],
    ['ko', '희토류', '차에는 1.5㎏가량의 희토류가 든다.', '1.5㎏ = 0.0015 t'],
    ['ja', 'レアアース', '3000トン余りのレアアースを輸入した。', '3000トン = 3000 t'],
  ])('%s, %s: %s', (language, mention, sentence, expected) => {
    expect(tied(sentence, language, mention)).toBe(expected)
  })

  it('takes the nearest of two', () => {
    expect(tied('40 % des métaux et 60 % des terres rares viennent de Chine.', 'fr', 'terres rares')).toBe(
      '60 % = 60 % (bought)',
    )
  })

  it('never throws and stays inside the sentence', () => {
    const languages = LANGUAGES.filter((language): language is Other => language !== 'en')
    const amount = fc.constantFrom(' 60 % de ', '6割の', '百分之十', ' 1.000 Tonnen ', '1兆2億円', ' la moitié des ')
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        anyText(4),
        amount,
        anyText(4),
        fc.nat(),
        fc.nat(),
        (language, before, middle, after, a, b) => {
          const sentence = before + middle + after
          const [start, end] = [a % (sentence.length + 1), b % (sentence.length + 1)].sort((x, y) => x - y)
          const found = amountTiedTo(lexicons[language], sentence, start as number, end as number)
          expect(found && sentence.slice(found.start, found.end)).toBe(found && found.text)
        },
      ),
    )
  })
})

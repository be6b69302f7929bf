import { describe, expect, it } from 'vitest'
import { shareOf, shareOfClause } from '../../../lib/detect/shares.ts'
import type { Language } from '../../../lib/detect/types.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'

const lexicons = await bundledLexicons()

const spanOf = (sentence: string, words: string) => {
  const start = sentence.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}

describe('shareOf', () => {
  it.each<[Language, string, mention: string, share: string, of: string | null]>([
    ['en', 'Japan buys 60% of its rare earths from China.', 'rare earths', '60%', 'bought'],
    ['en', 'Japan buys 60% of its rare earths from Australia.', 'rare earths', '60%', null],
    ['en', 'China mines 70% of the rare earths that the world needs.', 'rare earths', '70%', 'mined'],
    ['en', 'Lynas sold 65% of its output of rare earths.', 'rare earths', '65%', null],
    ['en', 'China holds 40% of the reserves of rare earths.', 'rare earths', '40%', null],
    [
      'de',
      '69 Prozent der weltweit geförderten Seltenen Erden kommen aus China.',
      'Seltenen Erden',
      '69 Prozent',
      'mined',
    ],
    ['fr', 'Berlin fait venir de Chine 65 % de ses terres rares.', 'terres rares', '65 %', 'bought'],
    ['fr', 'Berlin a acheté 20 % de terres rares en moins à la Chine.', 'terres rares', '20 %', null],
    ['fr', 'Berlin achète de plus en plus à la Chine 65 % de ses terres rares.', 'terres rares', '65 %', 'bought'],
    ['ja', 'ドイツ企業は希土類磁石の9割を中国から仕入れる。', '希土類磁石', '9割', 'bought'],
    // What is said of the thing in between parts it not from its verb, and a verb may be in two words.
    [
      'de',
      '65 Prozent der Seltenen Erden, die das Werk verbraucht, stammen aus der Volksrepublik.',
      'Seltenen Erden',
      '65 Prozent',
      'bought',
    ],
    ['en', 'About 65% of the rare earths, which go into motors, come from China.', 'rare earths', '65%', 'bought'],
    ['de', 'Drei Viertel ihrer Seltenen Erden führen sie aus China ein.', 'Seltenen Erden', 'Drei Viertel', 'bought'],
    ['es', 'Los Veintisiete importan de China el 95 % de sus tierras raras.', 'tierras raras', '95 %', 'bought'],
    ['es', 'Es importante para China el 95 % de las tierras raras.', 'tierras raras', '95 %', null],
    ['es', 'Japón traía de China el 90 % de sus tierras raras.', 'tierras raras', '90 %', 'bought'],
    ['ja', '日本が輸入するレアアースの6割は、いまも中国からだ。', 'レアアース', '6割', 'bought'],
    ['ko', '희토류의 80%를 중국 업체에서 샀다.', '희토류', '80%', 'bought'],
    // The supplier may be named a clause before, and the next clause may be about exports.
    ['en', 'Although China is no friend, Japan buys 60% of its rare earths from it.', 'rare earths', '60%', 'bought'],
    ['en', 'From China Japan buys 60% of its rare earths; exports rose.', 'rare earths', '60%', 'bought'],
    // Of two shares each is of its own.
    ['en', 'China mines 60% of the world’s rare earths and processes 90% of them.', 'rare earths', '60%', 'mined'],
    ['ja', '中国は世界のレアアースの採掘の約7割と精錬の9割を占める。', 'レアアース', '7割', 'mined'],
    ['zh-Hans', '中国占全球稀土开采量的约70%和精炼的90%。', '稀土', '90%', 'refined'],
    // Duties, surveys, other suppliers, exports, years long past.
    ['en', 'a 25% duty on imports of Chinese rare earths', 'rare earths', '25%', null],
    ['en', 'Some 78% of US weapons depend on Chinese rare earths.', 'rare earths', '78%', null],
    [
      'de',
      'Berlin bezieht 20 Prozent der Seltenen Erden aus Österreich und den Rest aus China.',
      'Seltenen Erden',
      '20 Prozent',
      null,
    ],
    ['fr', 'L’UE importe de Russie 28 % de ses terres rares, moins que de Chine.', 'terres rares', '28 %', null],
    ['zh-Hant', '我國所需稀土九成來自中國以外的日本與歐美。', '稀土', '九成', null],
    ['ja', '中国離れを進める日本はレアアースの4割をカナダから輸入している。', 'レアアース', '4割', null],
    ['ko', '중국을 벗어나려는 일본은 희토류의 40%를 카자흐스탄에서 수입한다.', '희토류', '40%', null],
    ['zh-Hans', '为减少对中国的依赖，日本稀土进口的四成来自智利。', '稀土', '四成', null],
    ['en', 'Japan bought 40% of China’s rare earth exports.', 'rare earth', '40%', null],
    // What is wished for, what was once, what is another's.
    [
      'de',
      'Berlin will seine Abhängigkeit von Chinas Seltenen Erden auf 50 Prozent senken.',
      'Seltenen Erden',
      '50 Prozent',
      null,
    ],
    ['ja', '政府は希土類の中国依存度を5割に下げる目標を掲げた。', '希土類', '5割', null],
    ['zh-Hans', '日本计划把稀土对华依赖度降到50%。', '稀土', '50%', null],
    ['ko', '정부는 중국산 희토류 의존도를 50%로 낮추기로 했다.', '희토류', '50%', null],
    ['en', 'Japan once relied on China for 90% of its rare earths.', 'rare earths', '90%', null],
    ['en', 'Before 2010, Japan bought 90% of its rare earths from China.', 'rare earths', '90%', null],
    ['ja', '2010年以前、日本はレアアースの9割を中国に依存していた。', 'レアアース', '9割', null],
    ['ko', '2010년 이전, 일본은 희토류의 90%를 중국에 의존했다.', '희토류', '90%', null],
    // Of a year it is that year's (`number-words.ts`).
    ['ja', '2010年当時、日本はレアアースの9割を中国に依存していた。', 'レアアース', '9割', 'bought'],
    [
      'en',
      'Neo will cover 10% of Europe’s demand for rare earths, whereas China covers 90.',
      'rare earths',
      '10%',
      null,
    ],
    ['en', 'Since 2010 Japan has bought 60% of its rare earths from China.', 'rare earths', '60%', 'bought'],
    ['en', 'In 2010 Japan relied on China for 90% of its rare earths.', 'rare earths', '90%', 'bought'],
    ['ko', '세계 희토류 자석 생산의 85%를 중국이 차지한다.', '희토류 자석', '85%', 'mined'],
    ['zh-Hans', '矿床的重稀土占27%。', '重稀土', '27%', null],
    // Past participles too; a Chinese firm that buys is no supplier.
    ['fr', 'Séoul a acheté à la Chine 47 % de ses terres rares.', 'terres rares', '47 %', 'bought'],
    ['fr', 'Le chinois Shenghe achetait 80 % des terres rares du site.', 'terres rares', '80 %', null],
    // Magnets are made, by whatever word, where it is said of the world's; of somebody's they are bought.
    ['en', 'About 94% of magnets with rare earths worldwide are made in China.', 'rare earths', '94%', 'mined'],
    ['de', 'China stellt 94 Prozent aller Seltenerdmagnete der Welt her.', 'Seltenerdmagnete', '94 Prozent', 'mined'],
    ['de', 'China stellt 94 Prozent aller Seltenerdmagnete der Welt.', 'Seltenerdmagnete', '94 Prozent', null],
    ['fr', 'La Chine fabrique 94 % des terres rares mondiales.', 'terres rares', '94 %', 'mined'],
    ['es', 'China fabrica el 94 % de los imanes de tierras raras del mundo.', 'tierras raras', '94 %', 'mined'],
    ['ja', '世界のレアアース磁石の94%は中国製だ。', 'レアアース磁石', '94%', 'mined'],
    ['ja', '韓国が買うレアアース磁石の88%は中国製だ。', 'レアアース磁石', '88%', 'bought'],
    ['zh-Hans', '全球九成的稀土磁体在中国制造。', '稀土磁体', '九成', 'mined'],
    ['zh-Hant', '中國製造全球94%的稀土磁鐵。', '稀土磁鐵', '94%', 'mined'],
    ['ko', '전 세계 희토류 자석의 90%가 중국에서 만들어진다.', '희토류 자석', '90%', 'mined'],
    // What comes by way of others is another measure.
    ['en', 'The EU gets 98% of its rare earths directly or indirectly from China.', 'rare earths', '98%', null],
    ['ko', '유럽은 희토류의 98%를 직간접적으로 중국에서 수입한다.', '희토류', '98%', null],
  ])('%s: %s', (lang, sentence, mention, share, of) => {
    const { start, end } = spanOf(sentence, mention)
    expect(shareOf(lexicons[lang], sentence, spanOf(sentence, share), start, end)).toBe(of)
  })
})

describe('shareOfClause', () => {
  const stated = (lang: Language, sentence: string, mention: string, shares: string[]) => {
    const { start, end } = spanOf(sentence, mention)
    const amounts = shares.map((share) => ({ ...spanOf(sentence, share), unit: '%' }))
    const found = shareOfClause(lexicons[lang], sentence, amounts, start, end)
    return found && `${sentence.slice(found.start, found.end)} ${found.of}`
  }

  it.each<[Language, string, string, string[], string | null]>([
    ['es', 'Japón rebaja al 63 % su dependencia de las tierras raras chinas', 'tierras raras', ['63 %'], '63 % bought'],
    ['en', 'Its dependence on Chinese rare earths fell from 90% to 60%.', 'rare earths', ['90%', '60%'], '60% bought'],
    ['zh-Hant', '日本對中國稀土的依賴度由九成降到六成。', '稀土', ['九成', '六成'], '六成 bought'],
    ['ja', 'レアアースの対中依存度は9割から6割に下がった。', 'レアアース', ['9割', '6割'], '6割 bought'],
    // The next clause goes on about it.
    ['zh-Hans', '欧盟去年进口的稀土中，46%来自中国，28%来自俄罗斯。', '稀土', ['46%', '28%'], '46% bought'],
    [
      'es',
      'El veto alcanza a las tierras raras, de las que Japón compra a China el 60%.',
      'tierras raras',
      ['60%'],
      '60% bought',
    ],
    // A later clause points back to it, or its own says how much of it.
    ['en', 'The land mines no rare earths and buys 93% of them from China.', 'rare earths', ['93%'], '93% bought'],
    ['en', 'Of the rare earths that it bought, 65% came from China.', 'rare earths', ['65%'], '65% bought'],
    [
      'de',
      'Es führt Seltene Erden ein, von denen 93 Prozent aus China kommen.',
      'Seltene Erden',
      ['93 Prozent'],
      '93 Prozent bought',
    ],
    [
      'en',
      'Of its imports of rare earths about two thirds arrive from China.',
      'rare earths',
      ['two thirds'],
      'two thirds bought',
    ],
    [
      'en',
      'For heavy rare earths, however, its dependence on China is put at 98%.',
      'rare earths',
      ['98%'],
      '98% bought',
    ],
    [
      'de',
      'Bei Dysprosium, so der Verband, liegt die Abhängigkeit von China bei 98 Prozent.',
      'Dysprosium',
      ['98 Prozent'],
      '98 Prozent bought',
    ],
    ['fr', 'Pour le dysprosium, c’est 98 % que les usines font venir de Chine.', 'dysprosium', ['98 %'], '98 % bought'],
    ['zh-Hant', '美國過去四年進口的稀土中，七成購自中國。', '稀土', ['七成'], '七成 bought'],
    ['es', 'De las tierras raras, en cambio, China refina el 99 %.', 'tierras raras', ['99 %'], '99 % refined'],
    ['zh-Hans', '日本进口稀土三千吨，其中63%来自中国。', '稀土', ['63%'], '63% bought'],
    ['ko', '일본은 희토류를 들여오며 그중 63%가 중국산이다.', '희토류', ['63%'], '63% bought'],
    // In Japanese the verb stands behind the comma of its subject.
    ['ja', 'レアアース輸入に占める中国の割合は、9割から6割に下がった。', 'レアアース', ['6割'], '6割 bought'],
    // To something else.
    ['en', 'China mines rare earths, and 60% of its imports are oil.', 'rare earths', ['60%'], null],
    ['de', 'Seltene Erden sind knapp, Gallium kommt zu 98 Prozent aus China.', 'Seltene Erden', ['98 Prozent'], null],
    ['en', 'The land has gallium and buys 93% of it from China besides rare earths.', 'rare earths', ['93%'], null],
    ['zh-Hans', '稀土和镓短缺，其中镓98%来自中国。', '稀土', ['98%'], null],
    // Of two that stand for themselves neither is meant more than the other.
    ['en', 'China supplies rare earths: imports 60% and 70%.', 'rare earths', ['60%', '70%'], null],
    // A change is no level, whatever its verb.
    ['en', 'Japan’s imports of rare earths from China tumbled 38%.', 'rare earths', ['38%'], null],
    ['de', 'Der Anteil der Seltenen Erden aus China schrumpfte um 38 Prozent.', 'Seltenen Erden', ['38 Prozent'], null],
    ['zh-Hans', '日本对中国稀土的依赖同比少了38%。', '稀土', ['38%'], null],
    // In another clause, or about nothing that is set beside.
    ['en', 'Rare earths matter, and 60% of cars come from China.', 'Rare earths', ['60%'], null],
    ['en', 'Rare earths from China cost 60% of that.', 'Rare earths', ['60%'], null],
  ])('%s: %s', (lang, sentence, mention, shares, expected) => {
    expect(stated(lang, sentence, mention, shares)).toBe(expected)
  })
})

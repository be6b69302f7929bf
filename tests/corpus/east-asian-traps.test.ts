/** Traps of Japanese, Chinese and Korean news beside their opposites, as `annotate` reads them with the bundled dataset. */

import { beforeAll, describe, expect, it } from 'vitest'
import { createReader, type TextReader } from '../../lib/cli/reader.ts'
import type { Language } from '../../lib/detect/types.ts'

let reader: TextReader
beforeAll(async () => {
  reader = await createReader()
}, 60_000)

const marked = (language: Language, text: string) => reader.read(text, { language }).map((mention) => mention.text)

describe('marks in one text', () => {
  it.each<[Language, string, string[]]>([
    ['ja', 'スペインの送電会社レッド・エレクトリカ（REE）は電力供給を再開した。', []],
    ['ja', '秦の始皇帝は一つの中国を築いた。', []],
    ['ja', '台湾の頼清徳総統は一つの中国を受け入れない。', ['一つの中国']],
    ['ja', 'レアアースは産業の生命線であり、中国のブロック経済化に備える。', ['レアアース']],
    ['ja', '隕石の年代をサマリウムとネオジムの比率から測った。元素分析による。', []],
    ['ja', '10ミリのネオジムドライバーを載せたイヤホンは市場で人気だ。', []],
    ['ja', 'イヤホンにも使うネオジムの輸出許可が滞り、調達が危ぶまれる。', ['ネオジム']],
    ['ja', 'モータウンの白人グループ「Rare Earth」のCDが再発された。', []],
    ['ja', '台湾で緊急事態が宣言された。タピオカ店も休んだ。', []],
    ['zh-Hans', '西班牙电网公司REE恢复电力供应，市场价格回落。', []],
    ['zh-Hans', '他镜头里的一个中国，朴素而温暖。外交官们都喜欢。', []],
    ['zh-Hans', '日方应恪守一个中国，不支持“台独”。', ['一个中国']],
    ['zh-Hans', '钆造影剂用于核磁共振，市场由拜耳供应。', []],
    ['zh-Hans', '钆、镝等稀土的出口许可放慢，核磁共振造影剂厂家也受影响。', ['钆', '镝', '稀土']],
    ['zh-Hans', '市一中操场上，考上一中的学生说一中原则性强。', []],
    ['zh-Hans', '游客戏称湖心小岛为“钓鱼岛”，凭门票可租竿垂钓。', []],
    ['zh-Hant', '「姜太公釣魚」台語怎麼接？日本遊客也來學。', []],
    ['zh-Hant', '王毅在北京釣魚台國賓館重申釣魚島是中國領土。', ['釣魚島']],
    ['zh-Hant', '雙方晚間在釣魚台17號樓續談稀土出口。', ['稀土']],
    ['zh-Hant', '孩子誤吞釹磁鐵，玩具市場全面回收。', []],
    ['ko', '한중 양국은 1992년 공식 수교했다. 대만과는 단교했다.', []],
    ['ko', "국민당은 '92공식'을 내세운다. 대만 정부는 거부한다.", ['92공식']],
    ['ko', '작가는 두 얼굴을 가진 하나의 중국을 그렸다.', []],
    ['ko', '정부는 하나의 중국을 존중한다고 밝혔다.', ['하나의 중국']],
    ['ko', '항공사는 하나의 중국 노선만 운항한다. 대만 노선은 늘렸다.', []],
    ['ko', '대만에서도 유사 사태가 재발했다. 유제품을 회수한다.', []],
    ['ko', '센카쿠만(尖閣灣)에서 유람선을 탔다. 사도섬의 절경이다.', []],
    ['ko', '한일중 원칙적 합의에 대만 기업도 주목했다.', []],
    ['ko', '네오디뮴 자석을 삼킨 아이가 수술을 받았다. 완구 시장이 술렁였다.', []],
    ['ko', '해경은 서해에서 중국 어선 선장을 구속했다. 2010년 이후 최다다.', []],
  ])('%s: %s', (language, text, expected) => {
    expect(marked(language, text)).toEqual(expected)
  })
})

describe('names broken over two lines', () => {
  it.each<[Language, string, string[]]>([
    ['ja', '中国はレア\nアースの輸出を絞った。', ['レア\nアース']],
    ['zh-Hans', '日本渔船进入钓鱼\n岛海域。', ['钓鱼\n岛']],
    ['ko', '일본은 센카쿠\n열도 인근에 순시선을 보냈다.', ['센카쿠\n열도']],
  ])('%s: %j', (language, text, expected) => {
    expect(marked(language, text)).toEqual(expected)
  })
})

/** Sentences with the mentions that the labelling guide asks for, each as `text → entry`. */

import type { Language } from '../../lib/detect/types.ts'

/** The entry of the collision of 2010 and what followed. */
export const INCIDENT = 'senkaku-incident-2010'

/** All that a sentence mentions. */
export const MENTIONS: readonly [language: Language, text: string, mentions: string[]][] = [
  // What once silenced true mentions: words that say nothing against them.
  ['de', 'Lynas Rare Earths fördert Seltene Erden.', ['Seltene Erden → rare-earths']],
  ['de', 'Ohne Seltene Erden läuft kein Auto vom Band.', ['Seltene Erden → rare-earths']],
  ['fr', 'La Chine achètera du soja aux agriculteurs et livrera des terres rares.', ['terres rares → rare-earths']],
  [
    'en',
    'The arrest of a Chinese fishing boat captain in 2010 and the purchase of the Senkakus in 2012 angered Beijing.',
    [`arrest of a Chinese fishing boat captain → ${INCIDENT}`, 'Senkakus → senkaku-islands'],
  ],
  ['es', 'Acata el principio de «una China» que suscribió.', ['principio de «una China» → one-china-principle']],
  // Korean writes the year in full as well as in two digits.
  ['ko', '시진핑은 대만과의 대화 조건으로 1992 공식을 내세웠다.', ['1992 공식 → 1992-consensus']],
  // Clauses and borders by class.
  [
    'de',
    'Verboten ist der Export von Gütern, die auch militärisch genutzt werden können.',
    ['Gütern, die auch militärisch genutzt werden können → dual-use-items'],
  ],
  [
    'de',
    'Es geht um Waren, die sowohl für zivile als auch für militärische Zwecke verwendet werden können.',
    ['Waren, die sowohl für zivile als auch für militärische Zwecke verwendet werden können → dual-use-items'],
  ],
  ['fr', 'Il craint de relancer la querelle des Senkaku.', ['querelle des Senkaku → senkaku-islands']],
  ['es', 'Vuelve el conflicto de las Senkaku.', ['conflicto de las Senkaku → senkaku-islands']],
  ['en', 'Nobody in the trade has Y2O3.', ['Y2O3 → yttrium']],
  [
    'en',
    'In 2010 the Minjinyu 5179 rammed the patrol ship Yonakuni.',
    [`Minjinyu 5179 rammed the patrol ship Yonakuni → ${INCIDENT}`],
  ],
  // The table of categories.
  ['en', 'Exports of rare earths fell.', ['rare earths → rare-earths']],
  ['en', 'Exports of rare-earth elements fell.', ['rare-earth elements → rare-earths']],
  ['en', 'China exports REEs.', ['REEs → rare-earths']],
  ['en', 'Exports of heavy rare earths fell.', ['heavy rare earths → heavy-rare-earths']],
  ['en', 'Exports of dysprosium fell.', ['dysprosium → dysprosium']],
  ['en', 'Exports of NdFeB magnets fell.', ['NdFeB magnets → rare-earth-magnets']],
  ['en', 'Exports of rare-earth permanent magnets fell.', ['rare-earth permanent magnets → rare-earth-magnets']],
  ['en', 'China banned dual-use items.', ['dual-use items → dual-use-items']],
  ['en', 'It banned dual-use goods and technologies.', ['dual-use goods and technologies → dual-use-items']],
  [
    'en',
    'China restricted goods with both civilian and military applications.',
    ['goods with both civilian and military applications → dual-use-items'],
  ],
  [
    'en',
    'It limits items that can be used for both civilian and military purposes.',
    ['items that can be used for both civilian and military purposes → dual-use-items'],
  ],
  [
    'en',
    'See the Regulations on Export Control of Dual-Use Items.',
    ['Regulations on Export Control of Dual-Use Items → china-dual-use-regulations'],
  ],
  ['en', 'In China the Export Control Law took effect.', ['Export Control Law → china-export-control-law']],
  ['en', 'See the EU Dual-Use Regulation.', ['EU Dual-Use Regulation → eu-dual-use-regulation']],
  ['en', 'See the Wassenaar Arrangement.', ['Wassenaar Arrangement → wassenaar-arrangement']],
  ['en', 'near the Senkaku Islands', ['Senkaku Islands → senkaku-islands']],
  ['en', 'Diaoyu, Diaoyutai, Senkakus', ['Diaoyu', 'Diaoyutai', 'Senkakus'].map((n) => `${n} → senkaku-islands`)],
  ['en', 'the 2010 collision off the Senkakus', [`2010 collision → ${INCIDENT}`, 'Senkakus → senkaku-islands']],
  [
    'en',
    'It followed the arrest of a Chinese fishing-boat captain in 2010.',
    [`arrest of a Chinese fishing-boat captain → ${INCIDENT}`],
  ],
  ['en', 'its one-China policy', ['one-China policy → one-china-policy']],
  ['en', 'its one China principle', ['one China principle → one-china-principle']],
  ['en', 'its single-China doctrine', ['single-China doctrine → one-china-principle']],
  ['en', 'the 1992 Consensus', ['1992 Consensus → 1992-consensus']],
  [
    'en',
    'Takaichi called it a survival-threatening situation.',
    ['survival-threatening situation → survival-threatening-situation'],
  ],
  ['fr', 'La crise des Senkaku de 2012 dure.', ['crise des Senkaku de 2012 → senkaku-nationalisation-2012']],
  [
    'es',
    'Recuerda el incidente de 2010 cerca de las Senkaku.',
    [`incidente de 2010 cerca de las Senkaku → ${INCIDENT}`],
  ],
  ['en', 'a Taiwan contingency', ['Taiwan contingency → taiwan-contingency']],
  ['ja', 'レアアースの輸出', ['レアアース → rare-earths']],
  ['ja', '希土類の輸出', ['希土類 → rare-earths']],
  ['ja', 'デュアルユース品の輸出', ['デュアルユース品 → dual-use-items']],
  ['ja', '軍民両用の品目', ['軍民両用の品目 → dual-use-items']],
  ['ja', '尖閣諸島沖と尖閣', ['尖閣諸島 → senkaku-islands', '尖閣 → senkaku-islands']],
  ['ja', '2010年、中国漁船の船長を逮捕した。', [`中国漁船の船長を逮捕 → ${INCIDENT}`]],
  ['ja', '一つの中国をめぐり', ['一つの中国 → one-china-policy']],
  ['ja', '存立危機事態と台湾有事', ['存立危機事態 → survival-threatening-situation', '台湾有事 → taiwan-contingency']],
  ['zh-Hans', '稀土出口', ['稀土 → rare-earths']],
  ['zh-Hans', '两用物项', ['两用物项 → dual-use-items']],
  ['zh-Hans', '钓鱼岛问题', ['钓鱼岛 → senkaku-islands']],
  ['zh-Hans', '坚持一个中国原则', ['一个中国原则 → one-china-principle']],
  ['zh-Hans', '台北不接受以一个中国为前提的交流', ['一个中国 → one-china-policy']],
  ['zh-Hans', '稀土、金属和镨钕氧化物', ['稀土 → rare-earths', '镨钕氧化物 → rare-earths']],
  ['zh-Hans', '《出口管制法》规定', ['出口管制法 → china-export-control-law']],
  ['zh-Hant', '氧化鏑與含鏑磁鐵', ['氧化鏑 → dysprosium', '含鏑磁鐵 → rare-earth-magnets']],
  ['zh-Hant', '兩用物項', ['兩用物項 → dual-use-items']],
  ['zh-Hant', '釣魚台問題', ['釣魚台 → senkaku-islands']],
  ['zh-Hant', '一中原則', ['一中原則 → one-china-principle']],
  ['zh-Hant', '一中各表', ['一中各表 → 1992-consensus']],
  ['ko', '희토류를 수출', ['희토류 → rare-earths']],
  ['ko', '이중용도 품목', ['이중용도 품목 → dual-use-items']],
  ['ko', '센카쿠와 댜오위다오의', ['센카쿠 → senkaku-islands', '댜오위다오 → senkaku-islands']],
  ['ko', '하나의 중국 원칙을', ['하나의 중국 원칙 → one-china-principle']],
  ['de', 'Seltene Erden aus China', ['Seltene Erden → rare-earths']],
  ['de', 'Ausfuhr von Seltenen Erden', ['Seltenen Erden → rare-earths']],
  ['de', 'Handel mit Seltenerdmetallen', ['Seltenerdmetallen → rare-earths']],
  ['de', 'SEE: Seltene Erden', ['SEE → rare-earths', 'Seltene Erden → rare-earths']],
  ['de', 'Dual-Use-Güter', ['Dual-Use-Güter → dual-use-items']],
  ['de', 'Güter mit doppeltem Verwendungszweck', ['Güter mit doppeltem Verwendungszweck → dual-use-items']],
  ['de', 'militärisch wie zivil nutzbare Güter', ['militärisch wie zivil nutzbare Güter → dual-use-items']],
  ['de', 'die Ein-China-Politik', ['Ein-China-Politik → one-china-policy']],
  ['fr', 'les terres rares', ['terres rares → rare-earths']],
  ['fr', 'les biens à double usage', ['biens à double usage → dual-use-items']],
  ['fr', 'la politique d’une seule Chine', ['politique d’une seule Chine → one-china-policy']],
  // Patterns see through elision: l’archipel is two words.
  ['fr', 'l’archipel des Senkaku du Japon', ['archipel des Senkaku → senkaku-islands']],
  ['fr', 'l’oxyde d’yttrium', ['oxyde d’yttrium → yttrium']],
  [
    'fr',
    'd’aimants permanents à base de terres rares',
    ['aimants permanents à base de terres rares → rare-earth-magnets'],
  ],
  ['fr', 'd’oxydes de néodyme et de praséodyme', ['oxydes de néodyme → neodymium', 'praséodyme → praseodymium']],
  ['es', 'las tierras raras', ['tierras raras → rare-earths']],
  ['es', 'Anduvo por tierras raras y lejanas', []],
  ['es', 'productos de doble uso', ['productos de doble uso → dual-use-items']],
  ['es', 'el principio de una sola China', ['principio de una sola China → one-china-principle']],
  // Rule 1: the longest natural span, without trade words.
  ['en', 'curbs on heavy rare earth elements', ['heavy rare earth elements → heavy-rare-earths']],
  ['en', 'the rare earth industry', ['rare earth → rare-earths']],
  ['en', 'Rare Earth Exports Fall as China Tightens Curbs', ['Rare Earth → rare-earths']],
  // Rules 2 and 3: every occurrence, every name.
  [
    'en',
    'The Senkaku Islands, known in China as the Diaoyus, are small.',
    ['Senkaku Islands → senkaku-islands', 'Diaoyus → senkaku-islands'],
  ],
  // Rule 8: quotation marks and brackets.
  ['en', 'curbs on "dual-use items" followed', ['dual-use items → dual-use-items']],
  ['en', 'its “one China” policy', ['“one China” policy → one-china-policy']],
  ['es', 'la política de "una sola China".', ['política de "una sola China" → one-china-policy']],
  ['ja', 'レアアース（希土類）', ['レアアース → rare-earths', '希土類 → rare-earths']],
  // Spelling.
  ['en', 'RARE\u00a0EARTHS', ['RARE\u00a0EARTHS → rare-earths']],
  ['en', 'ra\u00adre\u2011ear\u00adths', ['ra\u00adre\u2011ear\u00adths → rare-earths']],
  ['ja', 'ﾚｱｱｰｽの輸出', ['ﾚｱｱｰｽ → rare-earths']],
  ['zh-Hans', '稀\n土出口', ['稀\n土 → rare-earths']],
  // A page may mix languages.
  [
    'en',
    'The seltene Erden, 希土類 and 稀土 story',
    ['seltene Erden', '希土類', '稀土'].map((n) => `${n} → rare-earths`),
  ],
  ['ja', '中国のrare earths', ['rare earths → rare-earths']],
]

/** The arrest of 2010 told in a clause, in English. A fault once: the passive has no pattern; rule 7 wants one span that carries the arrest. */
export const ARRESTS: readonly [text: string, span: string][] = [
  [
    'The captain of a Chinese fishing boat was arrested near the Senkakus in 2010.',
    'captain of a Chinese fishing boat was arrested',
  ],
  [
    'The captain of a Chinese fishing boat that hit patrol boats was arrested near the Senkakus in 2010.',
    'captain of a Chinese fishing boat that hit patrol boats was arrested',
  ],
  // News also says it without a name: "fishing vessel captain near the contested islands".
  [
    'In 2010 Japan detained a fishing vessel captain near the contested islands.',
    'detained a fishing vessel captain near the contested islands',
  ],
  [
    'A fishing vessel captain near the contested islands was detained in 2010.',
    'fishing vessel captain near the contested islands was detained',
  ],
]

/** Who hit whom in 2010, and who was held, in orders that no list of set phrases holds. */
export const CLASHES: readonly [language: Language, text: string, span: string][] = [
  [
    'en',
    'Two cutters of the Japan Coast Guard were struck off the Senkakus by a Chinese fishing boat.',
    'cutters of the Japan Coast Guard were struck off the Senkakus by a Chinese fishing boat',
  ],
  ['en', 'Zhan Qixiong spent that autumn in handcuffs.', 'Zhan Qixiong spent that autumn in handcuffs'],
  [
    'de',
    '2010 schrammte vor Ishigaki ein chinesischer Kutter zwei Wachboote.',
    'schrammte vor Ishigaki ein chinesischer Kutter zwei Wachboote',
  ],
  [
    'fr',
    'En 2010, deux vedettes furent tamponnées au large d’Ishigaki par un chalutier chinois.',
    'vedettes furent tamponnées au large d’Ishigaki par un chalutier chinois',
  ],
  [
    'es',
    'En 2010, dos patrulleras fueron rozadas cerca de Ishigaki por un arrastrero chino.',
    'patrulleras fueron rozadas cerca de Ishigaki por un arrastrero chino',
  ],
  [
    'ja',
    '2010年、石垣沖で衝突したのは中国の漁船、そして海保の巡視船だった。',
    '衝突したのは中国の漁船、そして海保の巡視船',
  ],
  [
    'ko',
    '2010년 이시가키 앞에서 들이받은 쪽은 중국 어선, 상대는 순시선이었다.',
    '들이받은 쪽은 중국 어선, 상대는 순시선',
  ],
  ['zh-Hans', '2010年，日本海保巡视船在石垣外海遭中国渔船擦撞。', '海保巡视船在石垣外海遭中国渔船擦撞'],
  ['zh-Hant', '2010年，在石垣外海撞上日本海保巡視船的是一艘中國漁船。', '撞上日本海保巡視船的是一艘中國漁船'],
]

/** Ships that met elsewhere or in another year. */
export const OTHER_CLASHES: readonly [language: Language, text: string][] = [
  ['en', 'In 2014 the Japan Coast Guard seized a Chinese boat with coral off Ogasawara; its captain was in custody.'],
  ['de', 'Vor Südkorea stieß 2011 ein chinesischer Kutter mit einem Patrouillenboot zusammen.'],
  ['ko', '2011년 중국 어선이 인천 해경 경비함을 들이받았다.'],
  ['zh-Hant', '2013年，菲律賓公務船與中國漁船擦撞，船長被帶走。'],
]

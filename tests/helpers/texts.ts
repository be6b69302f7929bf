/** Random texts for property tests: any Unicode, whole or broken, with real terms among it. */

import fc from 'fast-check'

/** Characters that break careless code: lone surrogates, combining marks, zero-width, bidi, separators, things that fold to several. */
const AWKWARD: string[] = [
  ['\ud800', '\udc00', '\udbff', '\udfff', '😀', '𠀀', '𝐫', '🏳️‍🌈'],
  ['\u0301', '\u0308', '\u3099', '\u309a', '\uff9e', '\uff9f', '\u20dd'],
  ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\ufe0f', '\u200e', '\u202e', '\u2066', '\u2069'],
  [' ', '\u00a0', '\u3000', '\n', '\t', '-', '‑', '–', '—', '・', '·', '.', '。', ',', '、'],
  ['"', "'", '“', '”', '‘', '’', '„', '«', '»', '「', '」', '(', ')', '（', '）'],
  ['ß', 'ﬁ', '㌔', 'ﷺ', 'İ', 'ı', 'Ǆ', 'ᄒ', 'ᅴ', 'ᆨ', 's', 'es', 'a', 'S', 'タ', 'の', '土', '희', '1', '２'],
].flat()

/** Terms in all eight languages, and near misses of them. */
const TERMS: string[] = [
  ['rare earths', 'Rare Earth', 'rare-earth magnet', 'heavy rare earth elements', 'REEs', 'dysprosium', 'see'],
  ['dual-use items', 'goods with both civilian and military uses', 'Senkaku', 'Diaoyu Islands', 'one-China policy'],
  ['one China', 'arrest of a Chinese fishing boat captain', '2010', 'Taiwan contingency', 'export controls'],
  [
    'レアアース',
    'ﾚｱｱｰｽ',
    '希土類',
    '軍民両用',
    '尖閣諸島',
    '一つの中国',
    '稀土',
    '两用物项',
    '釣魚台',
    '一中原則',
    '镝',
  ],
  ['희토류', '이중용도', '센카쿠', '하나의 중국', 'Seltene Erden', 'Dual-Use-Güter', 'terres rares', 'doble uso'],
].flat()

/** Text of any UTF-16 units, awkward characters and, among them, terms as they are, cut, or written otherwise. */
export function anyText(maxLength = 12): fc.Arbitrary<string> {
  const terms = fc.constantFrom(...TERMS)
  return fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
        { weight: 3, arbitrary: terms },
        { weight: 1, arbitrary: terms.map((term) => term.normalize('NFD')) },
        { weight: 1, arbitrary: terms.map((term) => [...term].join('\u00ad')) },
        { weight: 1, arbitrary: fc.tuple(terms, fc.nat(8)).map(([term, cut]) => term.slice(0, cut)) },
        { weight: 1, arbitrary: fc.array(fc.nat(0x10ffff), { maxLength: 6 }).map((c) => String.fromCodePoint(...c)) },
        { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 6 }).map((u) => String.fromCharCode(...u)) },
      ),
      { maxLength },
    )
    .map((parts) => parts.join(''))
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldAt, foldUnit, IGNORABLE, newFolded, normalise, SEPARATOR } from '../../../lib/detect/fold.ts'
import { anyText } from '../../helpers/texts.ts'

describe('fold', () => {
  it.each([
    ['case', 'RARE Earths', 'rare earths'],
    ['full width', 'ｒａｒｅ　ｅａｒｔｈｓ', 'rare earths'],
    ['mathematical letters', '𝐫𝐚𝐫𝐞 𝘦𝘢𝘳𝘵𝘩', 'rare earth'],
    ['ligatures', 'ﬁrst ﬆep', 'first step'],
    ['hyphen-minus', 'dual-use', 'dual use'],
    ['hyphen', 'dual\u2010use', 'dual use'],
    ['no-break hyphen', 'dual\u2011use', 'dual use'],
    ['en dash', 'dual\u2013use', 'dual use'],
    ['minus', 'dual\u2212use', 'dual use'],
    ['full-width hyphen', 'dual\uff0duse', 'dual use'],
    ['no-break space', 'dual\u00a0use', 'dual use'],
    ['narrow no-break space', 'dual\u202fuse', 'dual use'],
    ['ideographic space', 'dual\u3000use', 'dual use'],
    ['a run of separators', 'dual - \t\n use', 'dual use'],
    ['soft hyphen', 'du\u00adal use', 'dual use'],
    ['zero-width characters', 'du\u200bal\u200c \u200du\u2060se\ufeff', 'dual use'],
    ['bidi marks', '\u202adual\u202c \u2066use\u2069\u200e', 'dual use'],
    ['quotation marks', '“dual” ‘use’ «x» 「y」 "z"', 'dual use x y z'],
    ['apostrophes', "China's China’s Chinaʼs", 'chinas chinas chinas'],
    ['composed accents', 'Séltène Érdên', 'seltene erden'],
    ['combining accents', 'Se\u0301ltene', 'seltene'],
    ['sharp s', 'STRAẞE straße', 'strasse strasse'],
    ['letters that do not decompose', 'Łødź œuvre æther Đ', 'lodz oeuvre aether d'],
    ['half-width kana', 'ﾚｱｱｰｽ', 'レアアース'],
    ['half-width voiced kana', 'ﾃﾞｭｱﾙﾕｰｽ', 'デュアルユース'],
    ['half-width semi-voiced kana', 'ﾊﾟ', 'パ'],
    ['combining voicing', 'テ\u3099ュアル', 'デュアル'],
    ['decomposed Hangul', '희토류'.normalize('NFD'), '희토류'],
    ['decomposed Hangul without a tail', '토'.normalize('NFD'), '토'],
    ['middle dot of kana', 'レア・アース レア･アース', 'レア アース レア アース'],
    ['leading and trailing separators', ' – dual use -', 'dual use'],
    ['nothing', '', ''],
    ['only what leaves no trace', '\u00ad"\u200b', ''],
  ])('%s', (_, source, folded) => {
    expect(fold(source)).toBe(folded)
  })

  it('keeps the long dash, which parts clauses', () => {
    expect(fold('dual—use')).toBe('dual—use')
  })

  it('keeps the two Chinese scripts apart, as the lexicon does', () => {
    expect(fold('稀土與希土')).toBe('稀土與希土')
  })
})

describe('foldUnit', () => {
  it.each([
    ['\u00ad', IGNORABLE],
    ['-', SEPARATOR],
    ['A', 0x61],
    ['土', 0x571f],
    ['\ud800', 0xd800],
  ])('%j', (character, code) => {
    expect(foldUnit(character.charCodeAt(0))).toBe(code)
    // From the table now.
    expect(foldUnit(character.charCodeAt(0))).toBe(code)
  })
})

describe('every character of the basic plane, halves of pairs apart', () => {
  it('that folds to itself is one that Unicode neither composes, decomposes nor lowers', () => {
    const odd: string[] = []
    for (let code = 1; code < 0xfffe; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const character = String.fromCharCode(code)
      const isSame = character.normalize('NFKC').toLowerCase() === character
      if (foldUnit(code) === code && !isSame) odd.push(character)
    }
    expect(odd).toEqual([])
  })
})

describe('foldAt', () => {
  it.each([
    ['a', 0, { code: 0x61, more: '', width: 1 }],
    ['ß', 0, { code: 0xfffe, more: 'ss', width: 1 }],
    ['ﾃﾞ', 0, { code: 'デ'.charCodeAt(0), more: '', width: 2 }],
    ['𝐫', 0, { code: 0x72, more: '', width: 2 }],
    ['각'.normalize('NFD'), 0, { code: '각'.charCodeAt(0), more: '', width: 3 }],
    ['x\ud83d', 1, { code: 0xd83d, more: '', width: 1 }],
    ['𠀀', 0, { code: 0xd840, more: '', width: 1 }],
  ])('%j at %i', (text, at, expected) => {
    const into = newFolded()
    foldAt(text, at, into)
    expect(into).toEqual(expected)
  })

  it('clears what an earlier character left', () => {
    const into = newFolded()
    foldAt('ß', 0, into)
    foldAt('a', 0, into)
    expect(into).toEqual({ code: 0x61, more: '', width: 1 })
  })
})

describe('normalise', () => {
  it('maps a merged run of separators to the whole run', () => {
    const { text, start, end } = normalise('a \u00a0-\u00ad b')
    expect(text).toBe('a b')
    expect([start, end]).toEqual([
      [0, 1, 6],
      [1, 6, 7],
    ])
  })

  it('maps every letter of an expansion to the one character it came from', () => {
    const { text, start, end } = normalise('xßy')
    expect(text).toBe('xssy')
    expect(start).toEqual([0, 1, 1, 2])
    expect(end).toEqual([1, 2, 2, 3])
  })

  // A fault once: 1 is both U+0001 and the mark of a character that folds to several, so `more` is undefined and reading it throws.
  it('takes U+0001 for a character like any other', () => {
    expect(normalise('a\u0001b').text).toBe('a\u0001b')
  })

  it('maps every folded unit to a source slice that folds to it, in order', () => {
    fc.assert(
      fc.property(anyText(), (source) => {
        const { text, start, end } = normalise(source)
        expect(start).toHaveLength(text.length)
        expect(end).toHaveLength(text.length)
        for (let at = 0; at < text.length; at++) {
          const [from, to] = [start[at] as number, end[at] as number]
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(source.length)
          expect(from).toBeGreaterThanOrEqual(start[at - 1] ?? 0)
          expect(normalise(source.slice(from, to)).text).toContain(text[at])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('knows only lower case and no ignorable characters afterwards', () => {
    fc.assert(
      fc.property(anyText(), (source) => {
        const { text } = normalise(source)
        expect(text).not.toMatch(/[A-Z\u00ad\u200b"'’]| {2}/)
      }),
    )
  })

  it('gives composed and decomposed spellings one form', () => {
    const words = fc.constantFrom('Güter', 'électrica', 'デュアル', '희토류', 'Erdöl', 'プ', 'tecnología', 'ガ', 'à')
    fc.assert(
      fc.property(fc.array(words), (list) => {
        const text = list.join(' ')
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import {
  addUp,
  f1,
  misses,
  parsePassages,
  precision,
  recall,
  score,
  type Found,
  type Passage,
} from '../../../../lib/cli/score/scorer.ts'
import { at, found, labelled, passage } from './passages.ts'

const rowOf = (passages: Passage[], finds: Found[], category = 'rare-earths') =>
  score(passages, () => finds).find((row) => row.category === category)
const counts = (foundCount: number, right: number, labelledCount: number, reached: number) => ({
  found: foundCount,
  right,
  labelled: labelledCount,
  reached,
})

describe('score', () => {
  it.each<[string, Passage, Found[], ReturnType<typeof counts>, ReturnType<typeof counts>]>([
    ['equal', passage([labelled('bbbb')]), [found('bbbb')], counts(1, 1, 1, 1), counts(1, 1, 1, 1)],
    ['overlapping', passage([labelled('bbbb cccc')]), [found('cccc')], counts(1, 1, 1, 1), counts(1, 0, 1, 0)],
    ['touching ends', passage([labelled('aaaa ')]), [found('bbbb')], counts(1, 0, 1, 0), counts(1, 0, 1, 0)],
    ['nothing found', passage([labelled('bbbb')]), [], counts(0, 0, 1, 0), counts(0, 0, 1, 0)],
    ['nothing labelled', passage([]), [found('bbbb')], counts(1, 0, 0, 0), counts(1, 0, 0, 0)],
    [
      'two found in one',
      passage([labelled('bbbb cccc')]),
      [found('bbbb'), found('cccc')],
      counts(2, 2, 1, 1),
      counts(2, 0, 1, 0),
    ],
    [
      'one over two',
      passage([labelled('bbbb'), labelled('cccc')]),
      [found('bbbb cccc')],
      counts(1, 1, 2, 2),
      counts(1, 0, 2, 0),
    ],
    [
      'another category',
      passage([labelled('bbbb', 'senkaku')]),
      [found('bbbb')],
      counts(1, 0, 0, 0),
      counts(1, 0, 0, 0),
    ],
    [
      'in an open span',
      passage([], { ignore: [at('bbbb')] }),
      [found('bbbb cccc')],
      counts(0, 0, 0, 0),
      counts(0, 0, 0, 0),
    ],
    [
      'open and labelled',
      passage([labelled('bbbb')], { ignore: [at('cccc')] }),
      [found('bbbb cccc')],
      counts(1, 1, 1, 1),
      counts(1, 0, 1, 0),
    ],
    [
      'open, and labelled as another category',
      passage([labelled('bbbb', 'senkaku')], { ignore: [at('cccc')] }),
      [found('bbbb cccc')],
      counts(1, 0, 0, 0),
      counts(1, 0, 0, 0),
    ],
    [
      'a related instrument',
      passage([]),
      [found('bbbb', 'rare-earths', 'mofcom-2025-18')],
      counts(0, 0, 0, 0),
      counts(0, 0, 0, 0),
    ],
    [
      'a related instrument, labelled',
      passage([labelled('bbbb')]),
      [found('bbbb', 'rare-earths', 'mofcom-2025-18')],
      counts(1, 1, 1, 1),
      counts(1, 1, 1, 1),
    ],
  ])('%s', (_, one, finds, overlap, exact) => {
    expect(rowOf([one], finds)).toMatchObject({ overlap, exact })
  })

  it('counts what it leaves out', () => {
    expect(rowOf([passage([], { ignore: [at('bbbb')] })], [found('bbbb'), found('cccc')])).toMatchObject({ open: 1 })
  })

  it('keeps mentions of one category from reaching those of another in the sum', () => {
    const all = rowOf([passage([labelled('bbbb', 'senkaku')])], [found('bbbb')], 'all')
    expect(all?.overlap).toEqual(counts(1, 0, 1, 0))
  })

  it('gives every language its rows, and traps only where there are some', () => {
    const rows = score(
      [passage([]), passage([], { lang: 'ja', tags: ['trap'] }), passage([labelled('aaaa')], { lang: 'ja' })],
      ({ tags }) => (tags.includes('trap') ? [found('bbbb')] : [found('aaaa')]),
    )
    expect(rows.filter(({ lang }) => lang === 'en').map(({ category }) => category)).toEqual([
      'rare-earths',
      'dual-use',
      'senkaku',
      'one-china',
      'all',
    ])
    expect(rows.at(-1)).toMatchObject({ lang: 'ja', category: 'traps', passages: 1, overlap: counts(1, 0, 0, 0) })
    expect(rows.at(-2)).toMatchObject({ lang: 'ja', category: 'all', passages: 2, overlap: counts(2, 1, 1, 1) })
  })

  it('adds languages up', () => {
    const open = { ignore: [at('bbbb')] }
    const passages = [passage([labelled('aaaa')], open), passage([labelled('aaaa')], { ...open, lang: 'ja' })]
    const rows = score(passages, ({ lang }) => (lang === 'ja' ? [found('bbbb')] : [found('aaaa'), found('bbbb')]))
    expect(addUp(rows, 'all').find(({ category }) => category === 'rare-earths')).toMatchObject({
      lang: 'all',
      passages: 2,
      open: 2,
      overlap: counts(1, 1, 2, 1),
    })
  })
})

describe('precision, recall, f1', () => {
  it.each([
    [counts(4, 3, 6, 3), 0.75, 0.5, 0.6],
    [counts(2, 2, 2, 2), 1, 1, 1],
    [counts(2, 0, 2, 0), 0, 0, 0],
    [counts(0, 0, 2, 0), null, 0, 0],
    [counts(2, 0, 0, 0), 0, null, 0],
    [counts(0, 0, 0, 0), null, null, null],
  ])('%j', (row, p, r, f) => {
    expect(precision(row)).toBe(p)
    expect(recall(row)).toBe(r)
    const got = f1(row)
    expect(got === null ? null : Number(got.toFixed(6))).toBe(f)
  })
})

describe('misses', () => {
  it('names what is wrong, missed and cut', () => {
    const one = passage([labelled('aaaa'), labelled('bbbb cccc')])
    expect(misses([one], () => [found('cccc'), found('dddd')])).toEqual([
      { id: 'p', kind: 'wrong', category: 'rare-earths', text: 'dddd' },
      { id: 'p', kind: 'missed', category: 'rare-earths', text: 'aaaa' },
      { id: 'p', kind: 'cut', category: 'rare-earths', text: 'bbbb cccc → cccc' },
    ])
  })
})

describe('parsePassages', () => {
  const line = (change: object = {}) => JSON.stringify({ ...passage([labelled('bbbb')]), ...change })

  it('reads lines and passes empty ones over', () => {
    expect(parsePassages(`${line()}\n\n${line({ id: 'q' })}\n`).map(({ id }) => id)).toEqual(['p', 'q'])
  })

  it.each([
    ['{', 'line 2: no JSON'],
    ['{"id":"p","text":"x"}', 'line 2: no list "mentions"'],
    ['null', 'line 2: no list "mentions"'],
    [line({ mentions: [{ ...labelled('bbbb'), start: 4 }] }), 'line 2: p: "bbbb" does not stand at 4–9'],
    [line({ ignore: [{ ...at('bbbb'), end: 8 }] }), 'line 2: p: "bbbb" does not stand at 5–8'],
    [line({ mentions: [{ ...labelled('bbbb'), category: 'china' }] }), 'line 2: p: unknown category "china"'],
  ])('refuses %j', (broken, message) => {
    expect(() => parsePassages(`${line()}\n${broken}`)).toThrow(message)
  })
})

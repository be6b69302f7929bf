import { describe, expect, it } from 'vitest'
import { wordList } from '../../../lib/detect/word-list.ts'

const list = wordList(['import*', '*makers', 'need', 'run out', '輸入', '산'])

describe('a word list', () => {
  it.each([
    ['japan imports it', 6, 13],
    ['carmakers', 0, 9],
    ['they need it', 5, 9],
    ['they run out of it', 5, 12],
    ['日本の輸入は', 3, 5],
  ])('meets a word, its beginning or end, a phrase: %s', (text, start, end) => {
    expect(list.in(text)).toEqual([{ start, end }])
  })

  it.each(['prerun out', 'run outs', 'reimport', 'makersmark', 'needs', 'needy', 'run', ''])(
    'meets no other word: %s',
    (text) => {
      expect(list.in(text)).toEqual([])
      expect(list.firstIn(text)).toBe(Infinity)
      expect(list.lastIn(text)).toBe(-Infinity)
    },
  )

  it('knows the first and the last of several', () => {
    expect(list.firstIn('we need imports')).toBe(3)
    expect(list.lastIn('we need imports')).toBe(8)
  })

  it('knows what a text begins and ends with, and what it is', () => {
    expect([list.begins(' need it'), list.begins('we need it')]).toEqual([true, false])
    expect([list.ends('we need '), list.ends('we need it')]).toEqual([true, false])
    expect([list.isAll('need'), list.isAll('need it')]).toEqual([true, false])
  })

  it('is made once for the same forms', () => {
    const forms = ['need']
    expect(wordList(forms)).toBe(wordList(forms))
  })
})

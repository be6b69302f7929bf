import { describe, expect, it } from 'vitest'
import {
  addUpArticles,
  parseArticles,
  scoreArticles,
  type ArticleReader,
  type ReadMention,
} from '../../../../lib/cli/score/articles.ts'

const line = (headline: string, paragraphs: string[] = [], article = '-') =>
  JSON.stringify({ headline, article, paragraphs })

describe('parseArticles', () => {
  it('takes the marks out, and says where the mentions are', () => {
    const [article] = parseArticles(
      `${line('Ban on ⟦dysprosium|dysprosium|JPN/KOR|-|-⟧', ['It buys 60% of its ⟦rare earths|rare-earths|-|60%|bought⟧.'], 'JPN')}\n`,
    )
    expect(article?.text).toBe('Ban on dysprosium\n\nIt buys 60% of its rare earths.')
    expect(article?.mentions.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'dysprosium',
      'rare earths',
    ])
    expect(article?.mentions).toMatchObject([
      { entry: 'dysprosium', economies: ['JPN', 'KOR'], isNamed: true, number: null, of: null },
      { entry: 'rare-earths', economies: ['JPN'], isNamed: false, number: '60%', of: 'bought' },
    ])
  })

  it('falls back on the world', () => {
    expect(parseArticles(line('⟦yttrium|yttrium|-|-|-⟧'))[0]?.mentions[0]?.economies).toEqual(['WLD'])
  })

  it('names the line that is none', () => {
    expect(() => parseArticles(`${line('x')}\n{`)).toThrow(/line 2 is no labelled article/)
  })
})

describe('scoreArticles', () => {
  const articles = parseArticles(
    line('⟦aaa|dysprosium|JPN|60 %|bought⟧ ⟦bbb|yttrium|-|-|-⟧ ⟦ccc|terbium|USA|7 t|-⟧ ⟦ddd|cerium|IND|5%|mined⟧'),
  )
  const read = (text: string): ReadMention[] => [
    { ...at(text, 'aaa'), entry: 'dysprosium', economy: 'JPN', number: { text: 'about 60%', of: 'bought' } },
    { ...at(text, 'bbb'), entry: 'rare-earths', economy: 'CHN', number: { text: '9%', of: 'mined' } },
    { ...at(text, 'ccc'), entry: 'terbium', economy: 'DEU', number: null },
  ]
  const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

  // Heavy rare earths share the figure of their group; an economy that has none stands on the world's; terbium has none.
  const figuresOf = (entry: string, economy: string) =>
    entry === 'terbium' ? [] : [entry === 'yttrium' ? 'rare-earths' : entry, economy === 'CHN' ? 'WLD' : economy]
  const reader: ArticleReader = { read, figuresOf }

  it('counts what is right among the mentions that were found', () => {
    expect(scoreArticles('en', articles, reader)).toEqual({
      lang: 'en',
      found: { right: 3, all: 4 },
      entry: { right: 2, all: 3 },
      figure: { right: 2, all: 2 },
      economy: { right: 1, all: 3 },
      named: { right: 1, all: 2 },
      unnamed: { right: 0, all: 1 },
      numberPrecision: { right: 1, all: 2 },
      numberRecall: { right: 1, all: 2 },
      sharePrecision: { right: 1, all: 2 },
      shareRecall: { right: 1, all: 1 },
    })
  })

  it('adds languages up', () => {
    const one = scoreArticles('en', articles, reader)
    expect(addUpArticles([one, one])).toMatchObject({ lang: 'all', found: { right: 6, all: 8 } })
  })
})

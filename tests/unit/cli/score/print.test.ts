import { describe, expect, it } from 'vitest'
import type { ArticleScore } from '../../../../lib/cli/score/articles.ts'
import { printArticles, printMarkdown, printScores, printSideBySide } from '../../../../lib/cli/score/print.ts'
import { score } from '../../../../lib/cli/score/scorer.ts'
import { found, labelled, passage } from './passages.ts'

describe('printScores', () => {
  it('puts counts beside every score, and a dash where there is nothing to divide by', () => {
    const [row] = score([passage([labelled('aaaa'), labelled('bbbb')])], () => [found('aaaa')])
    const printed = printScores(row ? [row] : [])
    expect(printed.split('\n')).toHaveLength(3)
    expect(printed).toContain('1.000 (1/1)')
    expect(printed).toContain('0.500 (1/2)')
    expect(printed).toContain('0.667')
    expect(printScores(score([passage([])], () => []))).toContain('– (0/0)')
  })
})

describe('printSideBySide', () => {
  it('gives precision and recall of every way, all passages and traps apart', () => {
    const passages = [passage([labelled('aaaa'), labelled('bbbb')]), passage([], { id: 'q', tags: ['trap'] })]
    const printed = printSideBySide([
      { name: 'wary', scores: score(passages, ({ id }) => (id === 'p' ? [found('aaaa')] : [])) },
      { name: 'bold', scores: score(passages, () => [found('aaaa')]) },
    ])
    const [, , wary, bold] = printed.split('\n').map((line) => line.split(/ {2,}/))
    expect(wary).toEqual(['wary', '1.000 (1/1)', '0.500 (1/2)', '– (0/0)', '– (0/0)'])
    expect(bold).toEqual(['bold', '0.500 (1/2)', '0.500 (1/2)', '0.000 (0/1)', '– (0/0)'])
  })
})

describe('printMarkdown', () => {
  it('has a row a language and a column a category, counts beside every score', () => {
    const passages = [passage([labelled('bbbb cccc')]), passage([labelled('aaaa')], { id: 'q', lang: 'de' })]
    const rows = printMarkdown(score(passages, () => [found('cccc')])).split('\n')
    expect(rows).toHaveLength(4)
    expect(rows[2]).toMatch(/^\| en \| 1\.000 \/ 0\.000 \(1\/1, 1\/1\) \| – \/ – \(0\/0, 0\/0\) \|/)
    expect(rows[3]).toMatch(/^\| de \| 0\.000 \/ 0\.000 \(0\/1, 0\/1\) \|/)
  })
})

describe('printArticles', () => {
  const half = { right: 1, all: 2 }
  const none = { right: 0, all: 0 }
  const english: ArticleScore = {
    lang: 'en',
    found: half,
    entry: half,
    figure: half,
    economy: half,
    named: half,
    unnamed: none,
    numberPrecision: half,
    numberRecall: half,
    sharePrecision: none,
    shareRecall: half,
  }

  it('has counts beside every score, plain or as Markdown', () => {
    expect(printArticles([english], false).split('\n')[2]).toMatch(
      /^en +0\.500 \(1\/2\).* – \(0\/0\) +0\.500 \(1\/2\)$/,
    )
    expect(printArticles([english], true).split('\n')[2]).toMatch(/^\| en \| 0\.500 \(1\/2\) \|/)
  })
})

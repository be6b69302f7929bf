/** Whether real pages are told for articles: ours against og:type and JSON-LD alone, on the same saved pages, as printed numbers. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPage } from '../../lib/cli/text/html.ts'
import { gatherEvidence } from '../../lib/page/evidence.ts'
import { ARTICLE_FROM, OBSERVATIONS, scoreArticle, type Evidence } from '../../lib/sites/article-score.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/pages/', import.meta.url))
const indexes = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .map((name) => `${FOLDER}${name}/INDEX.csv`)
      .filter((path) => existsSync(path))
  : []
if (indexes.length === 0) console.warn(`skipped: ${FOLDER} holds no INDEX.csv, so no saved page can be judged`)

interface Row {
  file: string
  url: string
  kind: 'news' | 'non-news'
  /** Our yardstick's record of og:type "article" or a news type in JSON-LD. */
  is_article: 'yes' | 'no'
}
interface Judged {
  row: Row
  evidence: Evidence
}

/** The saved pages stand at no listed host; a page without an address of its own gets one that says nothing. */
function judge(index: string): Judged[] {
  const folder = index.replace('INDEX.csv', '')
  return (parse(readFileSync(index, 'utf8'), { columns: true }) as Row[]).map((row) => {
    const pathname = row.url ? new URL(row.url).pathname : '/page.html'
    const address = { hostname: 'saved.example', pathname }
    return { row, evidence: readPage(readFileSync(folder + row.file, 'utf8'), (page) => gatherEvidence(page, address)) }
  })
}

interface Score {
  precision: number
  recall: number
  f1: number
  wrong: string[]
}
function scoreOf(pages: readonly Judged[], isArticle: (page: Judged) => boolean): Score {
  const taken = pages.filter(isArticle)
  const news = pages.filter(({ row }) => row.kind === 'news')
  const hits = taken.filter(({ row }) => row.kind === 'news')
  const [precision, recall] = [hits.length / taken.length, hits.length / news.length]
  const wrong = pages.filter((page) => isArticle(page) !== (page.row.kind === 'news'))
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    wrong: wrong.map(({ row }) => `${row.kind === 'news' ? 'missed' : 'taken'} ${row.file.replace('.html', '')}`),
  }
}
const line = (name: string, { precision, recall, f1, wrong }: Score) =>
  `${name.padEnd(28)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  ${wrong.join(', ')}`

const isOurs = ({ evidence }: Judged) => scoreArticle(evidence) >= ARTICLE_FROM
const isDeclared = ({ row }: Judged) => row.is_article === 'yes'

describe.skipIf(indexes.length === 0)('saved pages', () => {
  let pages: Judged[]
  let ours: Score
  let declared: Score
  beforeAll(() => {
    pages = indexes.flatMap(judge)
    ours = scoreOf(pages, isOurs)
    declared = scoreOf(pages, isDeclared)
    console.log(
      `\nArticles among ${pages.length} saved pages\n${line('ours', ours)}\n${line('og:type or JSON-LD alone', declared)}\n`,
    )
  }, 300_000)

  it('are of both kinds', () => {
    for (const kind of ['news', 'non-news'])
      expect(pages.filter(({ row }) => row.kind === kind).length).toBeGreaterThan(9)
  })

  it('are told better than by og:type or JSON-LD alone, on both sides', () => {
    expect(ours.recall).toBeGreaterThan(declared.recall)
    expect(ours.precision).toBeGreaterThan(declared.precision)
  })

  it.each(OBSERVATIONS.map(({ says, weight }) => [says, weight] as const))(
    'are told no worse without: %s',
    (says, weight) => {
      const left = OBSERVATIONS.find((each) => each.says === says)
      const without = scoreOf(
        pages,
        ({ evidence }) => scoreArticle(evidence) - (left?.holds(evidence) ? weight : 0) >= ARTICLE_FROM,
      )
      expect(without.recall).toBeGreaterThan(declared.recall)
      expect(without.precision).toBeGreaterThan(declared.precision)
    },
  )
})

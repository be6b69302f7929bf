/** Makes the report of a page in the format asked for: asks the page, reads its entries' cards, and writes. */

import type { ReportFormat } from '../../components/panel/PageView.tsx'
import type { EditionPointer } from '../../lib/editions/keys.ts'
import { readCard, readWords } from '../../lib/editions/read.ts'
import type { Interface } from '../../lib/i18n/interface.ts'
import { formatDate } from '../../lib/i18n/numbers.ts'
import { askPage } from '../../lib/messaging/client.ts'
import type { OwnFile } from '../../lib/platform/save-file.ts'
import { today } from '../../lib/platform/today.ts'
import { buildReport } from '../../lib/report/build.ts'
import { pageMarkdown } from '../../lib/report/markdown.ts'
import { pageCsv } from '../../lib/report/page-csv.ts'
import type { PageReport } from '../../lib/report/report.ts'
import { MEDIA_TYPE, pageAnnotations } from '../../lib/report/web-annotation.ts'
import type { ActiveTab } from '../../lib/sites/active-tab.ts'

type Write = (report: PageReport, words: Interface) => Omit<OwnFile, 'name'> & { extension: string }

const WRITERS: Record<ReportFormat, Write> = {
  markdown: (report, { t, numbers }) => ({
    text: pageMarkdown(report, { t, formatDate: (date) => formatDate(date, numbers) }),
    type: 'text/markdown',
    extension: 'md',
  }),
  csv: (report) => ({ text: pageCsv(report), type: 'text/csv', extension: 'csv' }),
  annotations: (report) => ({
    text: pageAnnotations(report, () => `urn:uuid:${crypto.randomUUID()}`),
    type: MEDIA_TYPE,
    extension: 'jsonld',
  }),
}

/** Null where the page does not answer, or the edition changed under it. */
export async function reportFile(
  format: ReportFormat,
  tab: ActiveTab,
  pointer: EditionPointer,
  words: Interface,
): Promise<OwnFile | null> {
  if (tab.id === null) return null
  const [answer, cardWords] = await Promise.all([askPage(tab.id, { type: 'page.report' }), readWords(pointer)])
  if (!answer?.report || cardWords === null) return null
  const entries = [...new Set(answer.report.mentions.map(({ entry }) => entry))]
  const cards = await Promise.all(entries.map(async (entry) => [entry, await readCard(pointer, entry)] as const))
  const report = buildReport(answer.report, {
    title: tab.title,
    address: tab.address ?? `https://${tab.page?.host ?? ''}/`,
    edition: pointer.edition,
    reportLanguage: words.locale,
    readAt: new Date().toISOString(),
    today: today(),
    cards: new Map(cards.flatMap(([entry, card]) => (card ? [[entry, card]] : []))),
    wording: { t: words.t, locale: words.numbers, economies: cardWords.economies },
  })
  const { extension, ...file } = WRITERS[format](report, words)
  return { name: `tradegloss-${tab.page?.host ?? 'page'}-${report.readOn}.${extension}`, ...file }
}

/** The page in front: why nothing is shown, its mentions in groups, and a report of it to save. */

import type { Translate } from '../../lib/i18n/t.ts'
import type { ListedMention } from '../../lib/messaging/protocol.ts'
import type { Standing } from '../../lib/sites/standing.ts'
import { WhyNothing } from '../active-page/WhyNothing.tsx'
import { Button } from '../ui/Button.tsx'
import { filterMentions, GROUPINGS, groupMentions, type Grouping } from '../active-page/groups.ts'
import { MentionList } from '../active-page/MentionList.tsx'
import { SearchField } from './SearchField.tsx'

/** Formats of the report, under the names that they have everywhere. */
export const REPORT_FORMATS = { markdown: 'Markdown', csv: 'CSV', annotations: 'Web Annotation (JSON-LD)' } as const
export type ReportFormat = keyof typeof REPORT_FORMATS

export interface PageViewProps {
  standing: Standing | null
  mentions: readonly ListedMention[]
  /** Language of their words; '' where the page declares none. */
  lang: string
  filter: string
  grouping: Grouping
  /** True where the page did not answer when a report was asked for. */
  isReportFailed: boolean
  t: Translate
  nameOf(entry: string): string
  onFilter(text: string): void
  onGrouping(grouping: Grouping): void
  onShow(index: number): void
  onEntry(mention: ListedMention): void
  onAllow(patterns: readonly string[]): void
  onReport(format: ReportFormat): void
}

export function PageView(props: PageViewProps) {
  const { standing, mentions, filter, grouping, isReportFailed, t, nameOf, onFilter, onGrouping, onReport } = props
  const found = filterMentions(mentions, filter, nameOf)
  return (
    <div class="view">
      <div class="standing" role="status">
        {standing && <WhyNothing standing={standing} t={t} onAllow={props.onAllow} />}
      </div>
      {mentions.length > 0 && (
        <>
          <div class="tools">
            <SearchField
              label={t('panel_filter')}
              placeholder={t('panel_filter_hint')}
              value={filter}
              onInput={onFilter}
            />
            <label class="group-by">
              <span>{t('panel_group')}</span>
              <select
                class="select"
                value={grouping}
                onChange={({ currentTarget }) => onGrouping(GROUPINGS[currentTarget.selectedIndex] ?? grouping)}
              >
                {GROUPINGS.map((value) => (
                  <option key={value} value={value} selected={value === grouping}>
                    {t(LABELS[value])}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {/* Always there, so that assistive technology listens to it. */}
          <p class={found.length === 0 ? 'empty' : 'hidden-visually'} role="status">
            {found.length === 0
              ? t('panel_none_match')
              : filter.trim() !== '' && t('popup_mentions', { count: found.length })}
          </p>
          <h2 class="hidden-visually">{t('popup_list')}</h2>
          <MentionList {...props} groups={groupMentions(found, grouping)} />
          <section class="report" aria-labelledby="report-title">
            <h3 id="report-title">{t('panel_report')}</h3>
            <div class="buttons">
              {(Object.keys(REPORT_FORMATS) as ReportFormat[]).map((format) => (
                <Button key={format} onPress={() => onReport(format)}>
                  {REPORT_FORMATS[format]}
                </Button>
              ))}
            </div>
            <p class="told" role="status">
              {isReportFailed && t('panel_report_failed')}
            </p>
          </section>
        </>
      )}
    </div>
  )
}

const LABELS = {
  category: 'panel_group_category',
  entry: 'panel_group_entry',
  page: 'panel_group_page',
} as const

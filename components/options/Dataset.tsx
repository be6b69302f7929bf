/** The dataset's part of the options page: what is in use, the feed, a file, what is offered, and how the last errand ended. */

import { NoticeBox } from '../ui/NoticeBox.tsx'
import { DatasetFeed } from './DatasetFeed.tsx'
import { DatasetFile } from './DatasetFile.tsx'
import { DatasetInUse } from './DatasetInUse.tsx'
import { DatasetOffer } from './DatasetOffer.tsx'
import type { DatasetPartProps, DatasetView } from './dataset-view.ts'
import { faultLine, megabytes } from './fault-line.ts'
import './dataset.css'

/** Null until the background has answered. */
export type DatasetProps = Omit<DatasetPartProps, 'view'> & { view: DatasetView | null }

/** What is being done, with how far it has come. Its place stays, so that assistive technology listens to it. */
function Progress({ view, t, locale }: DatasetPartProps) {
  const { progress } = view.status
  const line = () => {
    if (view.errand === null) return ''
    if (progress?.step === 'installing') return t('options_data_installing')
    if (progress?.step === 'examining') return t('options_data_examining')
    return progress && progress.bytes > 0
      ? t('options_data_reading_bytes', { read: megabytes(progress.bytes, locale) })
      : t('options_data_reading')
  }
  return (
    <div role="status" class="data-progress">
      {line()}
      {view.errand !== null && (
        <progress
          aria-hidden="true"
          {...(progress && progress.of > 0 ? { value: progress.bytes, max: progress.of } : {})}
        />
      )}
    </div>
  )
}

function Outcome({ view, t, locale }: DatasetPartProps) {
  const { outcome } = view
  if (outcome === null) return null
  if (outcome === 'up-to-date') return <NoticeBox kind="success" title={t('options_data_up_to_date')} />
  return <NoticeBox kind="error" title={faultLine(outcome, t, locale)} />
}

/** Its heading is the page's business. */
export function DatasetSection({ view, ...rest }: DatasetProps) {
  if (view === null) return <p>{rest.t('options_data_loading')}</p>
  const props = { view, ...rest }
  return (
    <div class="data">
      <DatasetInUse {...props} />
      <Progress {...props} />
      <Outcome {...props} />
      <DatasetOffer {...props} />
      <DatasetFeed {...props} />
      <DatasetFile {...props} />
    </div>
  )
}

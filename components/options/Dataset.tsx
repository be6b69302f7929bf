/** The dataset's part of the options page: what is in use, the feed, a file, what is offered, and how the last errand ended. */

import { NoticeBox } from '../ui/NoticeBox.tsx'
import { Told } from '../ui/Told.tsx'
import { DatasetFeed, keyTitle } from './DatasetFeed.tsx'
import { DatasetFile } from './DatasetFile.tsx'
import { DatasetInUse } from './DatasetInUse.tsx'
import { DatasetOffer, offerTitle } from './DatasetOffer.tsx'
import type { DatasetPartProps, DatasetView } from './dataset-view.ts'
import { faultLine, megabytes, OF_FIELDS } from './fault-line.ts'
import './dataset.css'

/** Null until the background has answered. */
export type DatasetProps = Omit<DatasetPartProps, 'view'> & { view: DatasetView | null }

/** The step that an errand has come to. */
function stepInWords({ view: { status }, t }: DatasetPartProps): string {
  if (status.progress?.step === 'installing') return t('options_data_installing')
  return t(status.progress?.step === 'examining' ? 'options_data_examining' : 'options_data_reading')
}

/** What is being done, with how far it has come; told aloud it is a step at a time, and not every tenth of a megabyte. */
function Progress(props: DatasetPartProps) {
  const { view, t, locale } = props
  if (view.errand === null) return null
  const { progress } = view.status
  const isReading = progress?.step === 'reading' && progress.bytes > 0
  return (
    <div class="data-progress" aria-hidden="true">
      {isReading ? t('options_data_reading_bytes', { read: megabytes(progress.bytes, locale) }) : stepInWords(props)}
      <progress {...(progress && progress.of > 0 ? { value: progress.bytes, max: progress.of } : {})} />
    </div>
  )
}

/** What is told aloud of all this: the step of an errand, and what it led to. Faults tell themselves. */
function news(props: DatasetPartProps): string {
  const { view, t } = props
  if (view.errand !== null) return stepInWords(props)
  if (view.outcome === 'up-to-date') return t('options_data_up_to_date')
  if (view.proposed) return keyTitle(view.proposed, t)
  return view.status.offer ? offerTitle(view.status.offer, t) : ''
}

function Outcome({ view, t, locale }: DatasetPartProps) {
  const { outcome } = view
  if (outcome === null || (outcome !== 'up-to-date' && OF_FIELDS.includes(outcome.code))) return null
  if (outcome === 'up-to-date') return <NoticeBox kind="success" title={t('options_data_up_to_date')} />
  return <NoticeBox kind="error" title={faultLine(outcome, t, locale)} />
}

/** Its heading is the page's business. */
export function Dataset({ view, ...rest }: DatasetProps) {
  if (view === null) return <p>{rest.t('options_data_loading')}</p>
  const props = { view, ...rest }
  return (
    <div class="data">
      <DatasetInUse {...props} />
      <Told says={news(props)} />
      <Progress {...props} />
      <Outcome {...props} />
      <DatasetOffer {...props} />
      <DatasetFeed {...props} />
      <DatasetFile {...props} />
    </div>
  )
}

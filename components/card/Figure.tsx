/** The dependency figure: large, in a sentence, with period, source, doubts, and the article's own number beside it. */

import type { FigureView } from '../../lib/card/figure-view.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import { Chart } from './Chart.tsx'
import { Citations, SourceName } from './Citations.tsx'

/** Id of the sentence, which a screen reader tells with the dialog's name. */
export const SENTENCE_ID = 'sentence'

/** Values longer than this are set smaller, so that they stay on one line. */
const LONG = 12

export function Figure({ figure, t }: { figure: FigureView; t: Translate }) {
  return (
    <div class="figure" role="group" aria-label={t('figure_heading')}>
      <p class="value" data-long={figure.value.length > LONG}>
        {figure.value}
      </p>
      <p class="sentence" id={SENTENCE_ID}>
        {figure.sentence}
      </p>
      <p class="meta">
        {figure.period && `${figure.period} · `}
        {figure.standing}
        {figure.sources.map((source) => (
          <span key={source.number}>
            {' · '}
            <SourceName source={source} />
          </span>
        ))}
      </p>
      {figure.now && <p class="now">{figure.now}</p>}
      {figure.notes.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      {figure.readings.length > 1 && <Readings figure={figure} t={t} />}
      {figure.chart && <Chart chart={figure.chart} t={t} />}
      {figure.comparison && (
        <p class="compare">
          <strong>{figure.comparison[0]}</strong>
          {figure.comparison[1] && ` · ${figure.comparison[1]}`}
          <Citations sources={figure.toldBy} />
        </p>
      )}
    </div>
  )
}

const Readings = ({ figure: { readings, sourcesDiffer }, t }: { figure: FigureView; t: Translate }) => (
  <details class="readings">
    <summary>{t(sourcesDiffer ? 'readings_open_differ' : 'readings_open', { count: readings.length })}</summary>
    <ol aria-label={t('readings_heading')}>
      {readings.map((reading) => (
        <li key={reading.id} aria-current={reading.isChosen}>
          <b>{reading.value}</b>
          <span>{[reading.period, reading.details].filter(Boolean).join(' · ')}</span>
          <span class="reading-source">
            <SourceName source={reading.source} />
            {reading.locator && `, ${reading.locator}`}
          </span>
        </li>
      ))}
    </ol>
  </details>
)

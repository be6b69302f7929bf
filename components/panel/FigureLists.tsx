/** Figures as tables, one per measure, folded up until they are asked for. */

import type { FigureList, ListedFigure } from '../../lib/card/figure-lists.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import { SourceName } from '../card/Citations.tsx'

export const FigureLists = ({ lists, t }: { lists: readonly FigureList[]; t: Translate }) => (
  <>
    {lists.map((list) => (
      <details key={list.measure} class="figure-list">
        <summary>
          <span>{list.description}</span>
          <span class="count">{list.figures.length}</span>
        </summary>
        <table>
          <caption class="hidden-visually">{list.description}</caption>
          <thead>
            <tr>
              <th scope="col">{t('panel_column_period')}</th>
              <th scope="col">{t('panel_column_value')}</th>
            </tr>
          </thead>
          <tbody>
            {list.figures.map((figure) => (
              <FigureRow key={figure.id} figure={figure} />
            ))}
          </tbody>
        </table>
      </details>
    ))}
  </>
)

const FigureRow = ({ figure: { value, period, about, source, locator, isSuperseded } }: { figure: ListedFigure }) => (
  <tr data-superseded={isSuperseded}>
    <td class="figure-period">{period || '–'}</td>
    <td>
      <span class="figure-value">{value}</span>
      {about.length > 0 && <span class="figure-about">{about.join(' · ')}</span>}
      <span class="figure-about">
        <SourceName source={source} />
        {locator && `, ${locator}`}
      </span>
    </td>
  </tr>
)

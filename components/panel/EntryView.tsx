/** One entry in full: what its card says, all figures of the dataset, and what can be done with them. */

import { useLayoutEffect, useRef } from 'preact/hooks'
import type { FigureList } from '../../lib/card/figure-lists.ts'
import type { CardModel } from '../../lib/card/model.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import { Card, type CardProps } from '../card/Card.tsx'
import { TITLE_ID } from '../card/Head.tsx'
import { Button } from '../ui/Button.tsx'
import { FigureLists } from './FigureLists.tsx'

export interface EntryViewProps {
  id: string
  /** Null where the dataset has no such entry any more. */
  model: CardModel | null
  lists: readonly FigureList[]
  /** What the card shows and does beyond its text: here it is copied from, and leads to other entries. */
  card: Pick<CardProps, 'open' | 'isUnsigned' | 'onCopy' | 'onOpen'>
  /** What came of copying an error report. */
  copied: 'no' | 'yes' | 'failed'
  t: Translate
  onBack(): void
  onCsv(): void
  onReportError(): void
}

const nothing = () => {}
/** The card is the page here: there is nothing to pin, move, close or unmark, and no panel to open. */
const IN_PLACE = {
  isPinned: false,
  canGoBack: false,
  reason: null,
  host: '',
  hasPanel: false,
  onBack: nothing,
  onPin: nothing,
  onClose: nothing,
  onMove: nothing,
  onDock: nothing,
  onToggle: nothing,
  onNotThis: nothing,
  onPanel: nothing,
} satisfies Partial<CardProps>

export function EntryView({ model, lists, card, copied, t, onBack, onCsv, onReportError }: EntryViewProps) {
  const top = useRef<HTMLDivElement>(null)
  // Whoever came by keyboard goes on from here; the list that they came from is gone.
  useLayoutEffect(() => top.current?.querySelector('button')?.focus(), [])
  return (
    <div class="view">
      <div ref={top} class="entry-top">
        <button type="button" class="back" aria-describedby={TITLE_ID} onClick={onBack}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10 3.5 5.5 8l4.5 4.5" fill="none" stroke="currentColor" stroke-width="1.6" />
          </svg>
          {t('panel_back')}
        </button>
      </div>
      {model === null ? (
        <p class="empty" role="status">
          {t('panel_gone')}
        </p>
      ) : (
        <>
          <div class="entry-card" data-category={model.category}>
            <Card {...IN_PLACE} {...card} model={model} t={t} />
          </div>
          <section class="figures" data-category={model.category} aria-labelledby="figures-title">
            <h3 id="figures-title">{t('panel_figures')}</h3>
            {lists.length === 0 ? <p class="empty">{t('panel_figures_none')}</p> : <FigureLists lists={lists} t={t} />}
          </section>
          <div class="buttons">
            {lists.length > 0 && <Button onPress={onCsv}>{t('panel_csv')}</Button>}
            <Button onPress={onReportError}>{t('panel_error')}</Button>
          </div>
          <p class="told" role="status">
            {copied !== 'no' && t(copied === 'yes' ? 'panel_error_copied' : 'panel_error_failed')}
          </p>
        </>
      )}
    </div>
  )
}

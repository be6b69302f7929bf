/** The hover card: shows a card model, in the order of design.md §6, and only what exists. */

import type { CardModel } from '../../lib/card/model.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import { Citations, SourceList } from './Citations.tsx'
import { Figure } from './Figure.tsx'

export interface CardProps {
  model: CardModel
  isPinned: boolean
  t: Translate
  onPin(): void
  onClose(): void
}

/** Id of the title, which names the dialog. */
export const TITLE_ID = 'title'

export function Card({ model, isPinned, t, onPin, onClose }: CardProps) {
  return (
    <article class="card">
      <header class="head">
        <p class="category">{model.categoryLabel}</p>
        <div class="actions">
          <button
            type="button"
            aria-pressed={isPinned}
            aria-label={t(isPinned ? 'card_unpin' : 'card_pin')}
            title={t(isPinned ? 'card_unpin' : 'card_pin')}
            onClick={onPin}
          >
            <Icon path={PIN} />
          </button>
          <button type="button" aria-label={t('card_close')} title={t('card_close')} onClick={onClose}>
            <Icon path={CLOSE} />
          </button>
        </div>
        <h2 id={TITLE_ID}>{model.title}</h2>
        {model.otherNames && <p class="names">{model.otherNames}</p>}
      </header>
      {model.context.length > 0 && (
        <div class="context">
          {model.context.map(({ text, citations }) => (
            <p key={text}>
              {text}
              <Citations sources={citations} />
            </p>
          ))}
        </div>
      )}
      {model.figure && <Figure figure={model.figure} t={t} />}
      {model.why && (
        <section>
          <h3>{t('why_heading')}</h3>
          <p class="small">
            {model.why.text}
            <Citations sources={model.why.citations} />
          </p>
        </section>
      )}
      {model.events.length > 0 && (
        <section class="events">
          <h3>{model.eventsHeading}</h3>
          <ol>
            {model.events.map(({ date, text, citations }) => (
              <li key={date + text}>
                <time>{date}</time>
                <span>
                  {text}
                  <Citations sources={citations} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {model.positions.length > 0 && (
        <section>
          <h3>{t('positions_heading')}</h3>
          <dl class="positions">
            {model.positions.map(({ party, text, citations }) => (
              <div key={party}>
                <dt>{party}</dt>
                <dd>
                  {text}
                  <Citations sources={citations} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {model.trap && (
        <section>
          <h3>{t('trap_heading')}</h3>
          <p class="small">
            {model.trap.text}
            <Citations sources={model.trap.citations} />
          </p>
        </section>
      )}
      <SourceList sources={model.sources} edition={model.edition} t={t} />
    </article>
  )
}

const Icon = ({ path }: { path: string }) => (
  <svg
    viewBox="0 0 16 16"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linejoin="round"
    stroke-linecap="round"
  >
    <path d={path} />
  </svg>
)

const PIN = 'M6 2h4l-.6 4.2L11.5 9h-7l2.1-2.8zM8 9v5'
const CLOSE = 'M4 4l8 8M12 4l-8 8'

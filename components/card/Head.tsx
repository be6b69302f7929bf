/** The card's head: category and title, the way back, and what moves, pins and closes it. The head itself can be dragged. */

import type { CardModel } from '../../lib/card/model.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import { Names } from './Names.tsx'

export interface HeadProps {
  model: Pick<CardModel, 'categoryLabel' | 'title' | 'otherNames'>
  isPinned: boolean
  /** Opened from within another card. */
  canGoBack: boolean
  t: Translate
  onBack(): void
  onPin(): void
  onClose(): void
  /** Moves the card by CSS px. */
  onMove(x: number, y: number): void
  /** Moves the card to the next corner of the window: the way without dragging. */
  onDock(): void
}

/** Id of the title, which names the dialog. */
export const TITLE_ID = 'title'

/** How far (CSS px) an arrow key moves the card; with Shift a tenth. */
const STEP_PX = 20
const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export function Head({ model, isPinned, canGoBack, t, onBack, onPin, onClose, onMove, onDock }: HeadProps) {
  const drag = (event: PointerEvent) => {
    const head = event.currentTarget as HTMLElement
    if (event.button !== 0 || event.pointerType === 'touch' || (event.target as Element).closest('button')) return
    let { clientX, clientY } = event
    head.setPointerCapture(event.pointerId)
    const dragging = new AbortController()
    const { signal } = dragging
    head.addEventListener(
      'pointermove',
      (move) => {
        onMove(move.clientX - clientX, move.clientY - clientY)
        ;({ clientX, clientY } = move)
      },
      { signal },
    )
    head.addEventListener('lostpointercapture', () => dragging.abort(), { signal })
  }
  const moveByKey = (event: KeyboardEvent) => {
    const [x, y] = ARROWS[event.key] ?? [0, 0]
    if (x === 0 && y === 0) return
    event.preventDefault()
    const step = event.shiftKey ? STEP_PX / 10 : STEP_PX
    onMove(x * step, y * step)
  }
  const button = (path: string, label: string, onClick: () => void, more = {}) => (
    <button type="button" class="icon" aria-label={label} title={label} onClick={onClick} {...more}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  )
  return (
    <header class="head" onPointerDown={drag}>
      <div class="bar">
        {canGoBack && button(BACK, t('card_back'), onBack)}
        <p class="category">{model.categoryLabel}</p>
        {button(MOVE, t('card_move'), onDock, { class: 'icon move', onKeyDown: moveByKey })}
        {button(PIN, t('card_pin'), onPin, { 'aria-pressed': isPinned })}
        {button(CLOSE, t('card_close'), onClose)}
      </div>
      <h2 id={TITLE_ID}>{model.title}</h2>
      {model.otherNames[0] && (
        <p class="names">
          <Names names={model.otherNames} />
        </p>
      )}
    </header>
  )
}

const BACK = 'M10 3L5 8l5 5'
const MOVE = 'M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6L2 8l2 2M12 6l2 2-2 2'
const PIN = 'M6 2h4l-.6 4.2L11.5 9h-7l2.1-2.8zM8 9v5'
const CLOSE = 'M4 4l8 8M12 4l-8 8'

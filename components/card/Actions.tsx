/** The card's actions: copy with citation, why it was marked, "not this" with a way back, and the side panel. */

import type { Reason } from '../../lib/card/reason.ts'
import type { Translate } from '../../lib/i18n/t.ts'

/** Which of the answers to the buttons is open. */
export type OpenAction = 'copied' | 'not-copied' | 'why' | 'not-this' | 'removed' | 'restored' | null

export interface ActionsProps {
  open: OpenAction
  /** Null for a card opened from another: nothing on the page stands for it. */
  reason: Reason | null
  host: string
  /** The browser can open its side panel from a page. */
  hasPanel: boolean
  t: Translate
  onCopy(): void
  onToggle(action: 'why' | 'not-this'): void
  /** Marks these words for this entry no more; null takes it back. */
  onNotThis(scope: 'here' | 'everywhere' | null): void
  onPanel(): void
}

export function Actions({ open, reason, host, hasPanel, t, onCopy, onToggle, onNotThis, onPanel }: ActionsProps) {
  const button = (label: string, onClick: () => void, isOpen?: boolean) => (
    <button type="button" {...(isOpen !== undefined && { 'aria-expanded': isOpen })} onClick={onClick}>
      {label}
    </button>
  )
  const isRemoved = open === 'removed'
  return (
    <footer class="actions">
      <div class="answer" role="status">
        {open === 'copied' && t('card_copied')}
        {open === 'not-copied' && t('card_not_copied')}
        {isRemoved && reason && t('card_removed', { text: reason.text })}
        {open === 'restored' && reason && t('card_restored', { text: reason.text })}
      </div>
      {isRemoved ? (
        <div class="buttons">{button(t('card_undo'), () => onNotThis(null))}</div>
      ) : (
        <div class="buttons">
          {button(t('card_copy'), onCopy)}
          {reason && button(t('card_why'), () => onToggle('why'), open === 'why')}
          {reason && button(t('card_not_this'), () => onToggle('not-this'), open === 'not-this')}
          {hasPanel && button(t('card_panel'), onPanel)}
        </div>
      )}
      {/* After the button that opens it: whoever goes on from there comes to it. */}
      {open === 'why' && reason && (
        <dl class="reason">
          <dt>{t('card_why_term')}</dt>
          <dd>{reason.term}</dd>
          {reason.rule.length > 0 && <dt>{t('card_why_rule')}</dt>}
          {reason.rule.map((demand) => (
            <dd key={demand}>{demand}</dd>
          ))}
          <dt>{t('card_why_confidence')}</dt>
          <dd>{reason.confidence}</dd>
        </dl>
      )}
      {open === 'not-this' && reason && (
        <div class="choices" role="group" aria-labelledby="ask">
          <p id="ask">{t('card_not_this_ask', { text: reason.text })}</p>
          {button(t('card_not_this_here', { host }), () => onNotThis('here'))}
          {button(t('card_not_this_everywhere'), () => onNotThis('everywhere'))}
        </div>
      )}
    </footer>
  )
}

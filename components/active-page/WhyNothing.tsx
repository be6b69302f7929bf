/** Why nothing is shown on this page, in popup and side panel, and the one thing to do about it, if there is one. */

import type { MessageKey, Translate } from '../../lib/i18n/t.ts'
import type { Standing, Why } from '../../lib/sites/standing.ts'
import { Button } from '../ui/Button.tsx'

export interface WhyNothingProps {
  standing: Standing
  t: Translate
  /** Marks this page, this once. Without it the reader is sent to the toolbar button, which lends us the page. */
  onAnnotate?(): void
  /** Asks the browser for the patterns that are missing. */
  onAllow(patterns: readonly string[]): void
}

/** What is said; with `annotate` or `allow` (the words of the button) where the reader can do something. */
interface Words {
  says: MessageKey
  annotate?: true
  allow?: MessageKey
}

const WORDS: Record<Why, Words> = {
  paused: { says: 'popup_paused' },
  'site-off': { says: 'popup_site_off' },
  'no-dataset': { says: 'popup_no_dataset' },
  reading: { says: 'popup_reading' },
  'not-article': { says: 'popup_not_article', annotate: true },
  'nothing-found': { says: 'popup_nothing_found' },
  'categories-off': { says: 'popup_categories_off' },
  'no-drawing': { says: 'popup_no_drawing' },
  'browser-page': { says: 'popup_browser_page' },
  store: { says: 'popup_store' },
  'reader-view': { says: 'popup_reader_view' },
  pdf: { says: 'popup_pdf' },
  file: { says: 'popup_file' },
  refused: { says: 'popup_refused' },
  unknown: { says: 'popup_nothing_site', annotate: true },
  unlisted: { says: 'popup_unlisted', annotate: true },
  insecure: { says: 'popup_insecure', annotate: true },
  'not-started': { says: 'popup_not_started', annotate: true },
  withheld: { says: 'popup_withheld', allow: 'popup_allow_host' },
  'withheld-everywhere': { says: 'popup_withheld_everywhere', allow: 'popup_allow_news' },
  withdrawn: { says: 'popup_withdrawn', allow: 'popup_allow_host' },
  'withdrawn-everywhere': { says: 'popup_withdrawn_everywhere', allow: 'popup_allow_all' },
}

/** Its place (`role=status`) must be there before it: that is where assistive technology listens. */
export function WhyNothing({ standing: { why, host, missing }, t, onAnnotate, onAllow }: WhyNothingProps) {
  if (why === null) return null
  const { says, annotate, allow } = WORDS[why]
  return (
    <section class="notice">
      <p>{t(says, { host })}</p>
      {allow && (
        <Button kind="primary" onPress={() => onAllow(missing)}>
          {t(allow, { host })}
        </Button>
      )}
      {annotate &&
        (onAnnotate ? (
          <Button kind="primary" onPress={onAnnotate}>
            {t('popup_annotate')}
          </Button>
        ) : (
          <p>{t('panel_use_button')}</p>
        ))}
    </section>
  )
}

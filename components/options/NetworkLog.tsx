/** Every request that Tradegloss has made: when, which address, how many bytes, what came of it. */

import type { Translate } from '../../lib/i18n/t.ts'
import type { Request } from '../../lib/updates/log.ts'
import { Button } from '../ui/Button.tsx'
import { timeInWords } from './edition-words.ts'
import { faultLine } from './fault-line.ts'
import './dataset.css'

export interface NetworkLogProps {
  /** Newest first. */
  requests: readonly Request[]
  t: Translate
  /** BCP 47 locale that writes numbers and dates. */
  locale: string
  onClear(): void
}

export function NetworkLog({ requests, t, locale, onClear }: NetworkLogProps) {
  if (requests.length === 0) return <p>{t('options_log_empty')}</p>
  const number = new Intl.NumberFormat(locale)
  return (
    <>
      <table class="log-table">
        <thead>
          <tr>
            <th scope="col">{t('options_log_when')}</th>
            <th scope="col">{t('options_log_address')}</th>
            <th scope="col">{t('options_log_bytes')}</th>
            <th scope="col">{t('options_log_outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(({ at, url, bytes, outcome, values }) => (
            <tr key={`${at} ${url}`}>
              <td>{timeInWords(at, locale)}</td>
              <td>{url}</td>
              <td>{number.format(bytes)}</td>
              <td>{outcome === 'ok' ? t('options_log_ok') : faultLine({ code: outcome, values }, t, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="buttons">
        <Button onPress={onClear}>{t('options_log_clear')}</Button>
      </div>
    </>
  )
}

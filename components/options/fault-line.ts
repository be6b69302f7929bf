/** A fault in one line of the reader's language: what is wrong, and what can be done about it. Pure. */

import type { MessageKey, Translate } from '../../lib/i18n/t.ts'
import type { Fault, FaultCode } from '../../lib/updates/fault.ts'

export const FAULT_KEYS: Readonly<Record<FaultCode, MessageKey>> = {
  'updates-off': 'options_fault_updates_off',
  'import-off': 'options_fault_import_off',
  'no-ed25519': 'options_fault_no_ed25519',
  'no-feed': 'options_fault_no_feed',
  'bad-address': 'options_fault_bad_address',
  'no-key': 'options_fault_no_key',
  'bad-key': 'options_fault_bad_key',
  unreachable: 'options_fault_unreachable',
  'no-access': 'options_fault_no_access',
  redirected: 'options_fault_redirected',
  'not-found': 'options_fault_not_found',
  'too-many': 'options_fault_too_many',
  'server-error': 'options_fault_server_error',
  'bad-status': 'options_fault_bad_status',
  'content-type': 'options_fault_content_type',
  'too-large': 'options_fault_too_large',
  'too-slow': 'options_fault_too_slow',
  stalled: 'options_fault_stalled',
  'cut-off': 'options_fault_cut_off',
  changed: 'options_fault_changed',
  'not-index': 'options_fault_not_index',
  'not-text': 'options_fault_not_text',
  unsigned: 'options_fault_unsigned',
  'not-signed': 'options_fault_not_signed',
  'unknown-key': 'options_fault_unknown_key',
  forged: 'options_fault_forged',
  unsound: 'options_fault_unsound',
  'over-limit': 'options_fault_over_limit',
  lower: 'options_fault_lower',
  same: 'options_fault_same',
  full: 'options_fault_full',
  storage: 'options_fault_storage',
  'no-answer': 'options_fault_no_answer',
  'no-offer': 'options_fault_no_offer',
  'no-previous': 'options_fault_no_previous',
}

/** Bytes in megabytes, as the reader's language writes them. */
export const megabytes = (bytes: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1e6)

/** What is wrong with the words in a field: said there, and nowhere else. */
export const OF_FIELDS: readonly FaultCode[] = ['bad-address', 'bad-key']

/** `locale` writes the numbers. */
export function faultLine({ code, values }: Fault, t: Translate, locale: string): string {
  const inWords = Object.entries(values).map(([name, value]): [string, string] => {
    if (typeof value === 'string') return [name, value]
    return [name, name === 'bytes' ? megabytes(value, locale) : new Intl.NumberFormat(locale).format(value)]
  })
  return t(FAULT_KEYS[code], Object.fromEntries(inWords))
}

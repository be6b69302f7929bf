/** What can go wrong with an update, as data: each is told in one line of the reader's language (`components/options`). */

export const FAULT_CODES = [
  // Before anything is asked
  'updates-off',
  'import-off',
  'no-ed25519',
  'no-feed',
  'bad-address',
  'no-key',
  'bad-key',
  // While the feed is read
  'unreachable',
  'no-access',
  'redirected',
  'not-found',
  'too-many',
  'server-error',
  'bad-status',
  'content-type',
  'too-large',
  'too-slow',
  'stalled',
  'cut-off',
  'changed',
  'not-index',
  // About the edition
  'not-text',
  'unsigned',
  'not-signed',
  'unknown-key',
  'forged',
  'unsound',
  'over-limit',
  'lower',
  'same',
  // About what is stored
  'full',
  'storage',
  'no-answer',
  'no-offer',
  'no-previous',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

export interface Fault {
  code: FaultCode
  /** What fills the line: a host, an edition, a status, a number of bytes or seconds. */
  values: Readonly<Record<string, string | number>>
}

export const fault = (code: FaultCode, values: Fault['values'] = {}): Fault => ({ code, values })

/** What came of something: its value, or what went wrong. */
export type Outcome<Value> = ({ ok: true } & Value) | { ok: false; fault: Fault }

/** The outcome of what went wrong. */
export const refused = (...about: Parameters<typeof fault>): { ok: false; fault: Fault } => ({
  ok: false,
  fault: fault(...about),
})

/** Errors of our own: told once, calmly, where they are our business, and never thrown into a page. */

import { messageOf } from '../unknown/message.ts'

const told = new Set<string>()

/** Notes an error once per message in the extension's own console. On a page it is dropped: the console there is the page's. */
export function noteError(where: string, error: unknown): void {
  if (!globalThis.location?.protocol.endsWith('extension:')) return
  const message = `${where}: ${messageOf(error)}`
  if (told.has(message)) return
  told.add(message)
  console.warn(`Tradegloss, ${message}`)
}

/** What notes an error of a promise nobody waits for: `work().catch(noting('menus'))`. */
export const noting =
  (where: string) =>
  (error: unknown): void =>
    noteError(where, error)

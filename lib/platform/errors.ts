/** Errors of our own: told once, calmly, and never thrown into a page. */

const told = new Set<string>()

/** Notes an error once per message, where extension developers look and pages do not: the extension's own console. */
export function noteError(where: string, error: unknown): void {
  const message = `${where}: ${error instanceof Error ? error.message : String(error)}`
  if (told.has(message)) return
  told.add(message)
  // A page's console is the page's; only extension pages and the background write to theirs.
  if (globalThis.location?.protocol.endsWith('extension:')) console.warn(`Tradegloss, ${message}`)
}

/** What notes an error of a promise nobody waits for: `work().catch(noting('menus'))`. */
export const noting =
  (where: string) =>
  (error: unknown): void =>
    noteError(where, error)

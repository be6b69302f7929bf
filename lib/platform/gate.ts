/** The gate between two scripts of ours on one page: where it stands closed, the page is left alone. */

/** Kept by article.js on sites that the reader added; on listed sites there is none, which counts as open. */
export interface Gate {
  isOpen(): boolean
  /** False for the gate of an extension that was updated or removed since. */
  isAlive(): boolean
  /** Opens it for the page that is shown now, whatever it looks like. */
  insist(): void
}

/** In the extension's own world; pages cannot see it. */
const world = globalThis as { tradeglossGate?: Gate | undefined; tradeglossOnGate?: () => void }

export const isGateOpen = (): boolean => world.tradeglossGate?.isOpen() ?? true

/** Calls `onChange` whenever the gate was opened or closed. One listener a page. */
export function watchGate(onChange: () => void): void {
  world.tradeglossOnGate = onChange
}

export const tellGateChanged = (): void => world.tradeglossOnGate?.()

export const hasGate = (): boolean => world.tradeglossGate?.isAlive() ?? false

/** Puts up a gate, or with `undefined` takes it away. */
export function setGate(gate: Gate | undefined): void {
  world.tradeglossGate = gate
}

/**
 * Opens the gate of the page it runs on, if there is one. Sent into tabs as source, so it knows nothing but what is in it.
 */
export function insistInPage(): void {
  ;(globalThis as { tradeglossGate?: Gate }).tradeglossGate?.insist()
}

/** The gate between two scripts of ours on one page: where it stands closed, the page is left alone. */

/** Kept by article.js on sites that the reader added; on listed sites there is none, which counts as open. */
export interface Gate {
  isOpen(): boolean
  /** False for the gate of an extension that was updated or removed since. */
  isAlive(): boolean
  /** Opens it for the page that is shown now, whatever it looks like. */
  insist(): void
}

/** No names: a page's element with such a name as its id would be found in place of a gate. */
const GATE: unique symbol = Symbol.for('tradegloss.gate')
const ON_GATE: unique symbol = Symbol.for('tradegloss.on-gate')

/** In the extension's own world; pages cannot see it. */
const world = globalThis as { [GATE]?: Gate | undefined; [ON_GATE]?: () => void }

/** True also where there is no gate. */
export const isGateOpen = (): boolean => world[GATE]?.isOpen() ?? true

/** Calls `onChange` whenever the gate was opened or closed. One listener a page. */
export function watchGate(onChange: () => void): void {
  world[ON_GATE] = onChange
}

/** Has {@link watchGate}'s listener, if there is one, hear of a change. */
export const tellGateChanged = (): void => world[ON_GATE]?.()

/** True where a gate stands whose extension is still there. */
export const hasGate = (): boolean => world[GATE]?.isAlive() ?? false

/** Puts up a gate, or with `undefined` takes it away. */
export function setGate(gate: Gate | undefined): void {
  world[GATE] = gate
}

/**
 * The reader asked for the page it runs on: opens its gate, if there is one, and invites the annotator (`lifetime.ts`). Sent
 * into tabs as source, so it knows nothing but what is in it.
 */
export function insistInPage(): void {
  const ours = globalThis as { [key: symbol]: Gate | true | undefined }
  ours[Symbol.for('tradegloss.invited')] = true
  const gate = ours[Symbol.for('tradegloss.gate')]
  if (gate !== undefined && gate !== true) gate.insist()
}

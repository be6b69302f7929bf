/** Open shadow roots: those met while reading, and those that a page attaches later, which no observer tells of. */

/** How many times to look again after something came in, or after the reader has scrolled, which is when pages load more. */
const LOOKS = 10

export class ShadowRoots {
  readonly #onFound: (root: ShadowRoot) => void
  /** Custom elements without a root so far. */
  readonly #waiting = new Set<Element>()
  #looks = 0

  /** `onFound` gets every root that is to be read. */
  constructor(onFound: (root: ShadowRoot) => void) {
    this.#onFound = onFound
  }

  /** An element came in. */
  meet(element: Element): void {
    if (element.shadowRoot !== null) this.#onFound(element.shadowRoot)
    else if (element.localName.includes('-')) {
      this.#waiting.add(element)
      this.expect()
    }
  }

  /** Something may come now. */
  expect(): void {
    this.#looks = 0
  }

  /** Looks again, unless that was done often enough; true where it is worth while once more. */
  look(): boolean {
    if (this.#looks++ >= LOOKS) return false
    for (const element of this.#waiting) {
      if (element.shadowRoot === null && element.isConnected) continue
      this.#waiting.delete(element)
      if (element.isConnected) this.meet(element)
    }
    return this.#waiting.size > 0
  }
}

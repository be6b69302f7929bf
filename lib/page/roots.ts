/** Open shadow roots: those met while reading, and those that a page attaches later, which no observer tells of. */

import { isShadowRoot, ownerOf } from './blocks.ts'

/** So often is looked again for the roots of a page's own elements; scripts that have not come by then are not waited for. */
const LOOKS = 10

export class ShadowRoots {
  readonly #onFound: (root: ShadowRoot) => void
  readonly #known = new WeakSet<ShadowRoot>()
  /** Custom elements without a root so far. */
  readonly #waiting = new Set<Element>()
  #looks = 0

  /** `onFound` gets every root to be read: a new one, or one whose host came in anew. */
  constructor(onFound: (root: ShadowRoot) => void) {
    this.#onFound = onFound
  }

  /** An element was read; `isNew` where it came in with all that it holds. */
  meet(element: Element, isNew: boolean): void {
    const { shadowRoot } = element
    if (shadowRoot !== null) {
      if (isNew || !this.#known.has(shadowRoot)) {
        this.#known.add(shadowRoot)
        this.#onFound(shadowRoot)
      }
    } else if (element.localName.includes('-')) {
      this.#waiting.add(element)
      this.#looks = 0
    }
  }

  /** The pointer is on `element`: should it lie in a root that was missed, that is found. */
  meetAround(element: Element): void {
    const root = element.getRootNode()
    if (isShadowRoot(root) && !this.#known.has(root) && ownerOf(root.host) !== null) this.meet(root.host, true)
  }

  /** Looks again; true while there is anything to look for. */
  look(): boolean {
    for (const element of this.#waiting) {
      if (element.shadowRoot === null && element.isConnected) continue
      this.#waiting.delete(element)
      if (element.isConnected) this.meet(element, true)
    }
    if (++this.#looks >= LOOKS) this.#waiting.clear()
    return this.#waiting.size > 0
  }
}

/** What a node stands in, as a reader sees the page: shadow roots and slots are no borders. */

import { ELEMENT, parentOf } from './blocks.ts'

/**
 * The elements around `node`, itself first, from the inside out: what is slotted stands where its slot does. Forms are passed
 * over: their fields may be named like anything that they are asked.
 */
export function* elementsAround(node: Node): Generator<Element> {
  for (let up: Node | null = node; up !== null;) {
    const isForm: boolean = up instanceof HTMLFormElement
    if (!isForm && up.nodeType === ELEMENT) yield up as Element
    up = (!isForm && (up as Element).assignedSlot) || parentOf(up)
  }
}

/** The element that `node`, which is in a document, stands in, or is. */
export const elementAround = (node: Node): Element => elementsAround(node).next().value as Element

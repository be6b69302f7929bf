/** Whose text is in the window now, so that it is read first. */

import { ownerOf, type Owner } from './blocks.ts'

/** How many points down the middle of the window are asked to tell what is seen. */
const POINTS = 8

/** Owners of the text in the window. Asks for layout. */
export function ownersInView(): Set<Owner> {
  const owners = new Set<Owner>()
  for (let at = 0; at < POINTS; at++) {
    const element = document.elementFromPoint(innerWidth / 2, (innerHeight * at) / POINTS)
    const owner = element && ownerOf(element)
    if (owner) owners.add(owner)
  }
  return owners
}

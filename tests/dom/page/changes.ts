/** What pages do to themselves at random: texts, elements and shadow roots come, go, move and hide. */

/** One thing that a page does to itself; numbers pick nodes and texts. */
export type Change = [kind: number, where: number, what: number]

const TEXTS = ['rare earth', 'rare ', ' earths', 'xenon', ' one china', 'x', ' ', 'export of xenon. ']
const TAGS = ['p', 'div', 'span', 'b', 'section', 'nav', 'code', 'x-card', 'br', 'h2']

/** Everything below the body that may be changed, shadow roots included. */
function placesIn(root: Node): Node[] {
  return [...root.childNodes].flatMap((node) => [
    node,
    ...placesIn(node),
    ...(node instanceof Element && node.shadowRoot ? [node.shadowRoot as Node, ...placesIn(node.shadowRoot)] : []),
  ])
}

/** Does it to the page that is there. */
export function apply([kind, where, what]: Change): void {
  const places = placesIn(document.body)
  const place = places[where % places.length] ?? document.body
  const text = TEXTS[what % TEXTS.length] as string
  const parent = place instanceof Text ? place.parentNode : place
  const element = () => {
    const made = document.createElement(TAGS[what % TAGS.length] as string)
    if (made.nodeName === 'BR') return made
    if (made.nodeName === 'SECTION') made.innerHTML = `<div><p>${text}</p></div>`
    else if (made.nodeName === 'X-CARD') made.attachShadow({ mode: 'open' }).append(text)
    else made.append(text)
    return made
  }
  switch (kind % 8) {
    case 0:
      return (
        parent?.insertBefore(document.createTextNode(text), place === parent ? parent.firstChild : place) && undefined
      )
    case 1:
      return parent?.insertBefore(element(), place === parent ? null : place) && undefined
    case 2:
      if (place instanceof Text) place.data = text
      return
    case 3:
      if (places.length > 4 && !(place instanceof ShadowRoot)) (place as ChildNode).remove()
      return
    case 4: {
      // Moves one place, with all it holds, behind another.
      const other = places[what % places.length]
      if (!other || place instanceof ShadowRoot || place.contains(other)) return
      if (other.getRootNode() !== place.getRootNode()) return
      return other.parentNode?.insertBefore(place, other) && undefined
    }
    case 5:
      if (place instanceof Text && place.length > 2) place.splitText(1 + (what % (place.length - 1)))
      return
    case 6:
      if (place instanceof Element && !(place instanceof HTMLBRElement)) place.textContent = text
      return
    case 7:
      if (place instanceof Element) place.toggleAttribute('hidden')
  }
}

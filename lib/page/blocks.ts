/** Blocks: what runs of inline text a page has, whose they are, and what is left alone. Reads, never writes. */

/** What inline text belongs to: a shadow root's own text is not its host's. */
export type Owner = Element | ShadowRoot

/** One run of inline text, as a reader sees it on one stretch of lines. */
export interface Block {
  /** Text of all nodes, a line break for every `<br>`. */
  text: string
  nodes: Text[]
  /** UTF-16 offset in `text` at which each node begins. */
  offsets: number[]
}

export const BLOCK = 0
export const SKIPPED = 1
const INLINE = 2
export const BREAK = 3
/** What the names of elements say, if it is not {@link BLOCK}: that they never hold text a reader would want marked, do not part the text around them, or break a line. In the order of the kinds. What is raised is left alone: the number of a note would be one word with the word before it. */
const KINDS: ReadonlyMap<string, number> = new Map(
  [
    'script style noscript template code pre kbd samp textarea input select option button svg math canvas iframe object embed audio video nav rt rp sup head tradegloss-card',
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr output q rb ruby s small span strike strong sub time tt u var wbr slot',
    'br',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, SKIPPED + at])),
)

/** What leaves an element alone whatever it holds, and what does unless that is an article. */
const HIDDEN = '[hidden]:not([hidden="until-found"]), [contenteditable]:not([contenteditable="false"])'
const OUTSIDE = '[aria-hidden="true"], form'
const SKIPPED_ROLES = new Set(
  'navigation search searchbox textbox menu menubar toolbar combobox listbox button tablist code math'.split(' '),
)

/** Elements that {@link isSkipped} may be true of, but for those whose names say it: most are not, and one question is quicker than three. */
export const MAY_BE_SKIPPED = `${HIDDEN}, ${OUTSIDE}, [role]`

export const ELEMENT = 1
/** As a tree walker counts kinds of nodes. */
export const SHOW_ELEMENTS_AND_TEXT = 5

/** By type and not by class, which documents outside a browser do not share. */
export const isShadowRoot = (node: Node): node is ShadowRoot => node.nodeType === 11 && 'host' in node

/** What an element's name says. Custom elements count as blocks. */
export const kindOf = (element: Element): number => KINDS.get(element.localName) ?? BLOCK

/** True for elements that start a new run of text. */
export const isBlock = (element: Element): boolean => kindOf(element) < INLINE

/** True where the element and all it holds is left alone: navigation, forms, code, editable and hidden text. */
export function isSkipped(element: Element): boolean {
  try {
    return isLeftAlone(element)
  } catch {
    // A form whose fields are named like properties of its own ("matches") answers with the fields.
    return true
  }
}

function isLeftAlone(element: Element): boolean {
  const { localName } = element
  if (KINDS.get(localName) === SKIPPED || typeof localName !== 'string') return true
  if (!element.matches(MAY_BE_SKIPPED)) return false
  const roles = element.getAttribute('role')?.toLowerCase().split(/\s+/) ?? []
  return (
    element.matches(HIDDEN) ||
    (element.matches(OUTSIDE) && !holdsArticle(element)) ||
    roles.some((role) => SKIPPED_ROLES.has(role))
  )
}

/**
 * A dialog over the page hides the whole app from screen readers, not from readers. And some publishers wrap the whole page in
 * a form: one with paragraphs or a headline is no form.
 */
export const holdsArticle = (element: Element): boolean =>
  (element.getElementsByTagName('p')[1] ?? element.querySelector('main, h1')) !== null

/** The parent as a reader sees the page: of a shadow root, its host. The prototype answers, which a form's fields cannot hide. */
export const parentOf = (node: Node): Node | null =>
  isShadowRoot(node) ? node.host : (Reflect.get(Node.prototype, 'parentNode', node) as Node | null)

/** Owners of nodes that were asked for: null where they are left alone, undefined above all blocks. */
export type Owners = Map<Node, Owner | null | undefined>

/**
 * The block or shadow root that `node`'s text belongs to, or null where an ancestor, hosts included, is left alone.
 * `known` keeps the answers on the way, so that many nodes of one deep tree cost one walk.
 */
export function ownerOf(node: Node, known: Owners = new Map()): Owner | null {
  const path: Node[] = []
  let up: Node | null = node
  for (; up !== null && !known.has(up); up = parentOf(up)) path.push(up)
  let owner = up === null ? undefined : known.get(up)
  for (const below of path.reverse()) {
    if (owner !== null) {
      if (isShadowRoot(below)) owner = below
      else if (below.nodeType === ELEMENT) {
        if (isSkipped(below as Element)) owner = null
        else if (isBlock(below as Element)) owner = below as Element
      }
    }
    known.set(below, owner)
  }
  return owner ?? null
}

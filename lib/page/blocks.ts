/** Blocks: the runs of inline text of a page, each as one string with the way back to its text nodes. Reads, never writes. */

/** What inline text belongs to: a shadow root's own text is not its host's. */
export type Owner = Element | ShadowRoot

/** One run of inline text, as a reader sees it on one stretch of lines. */
export interface Block {
  /** The block element, or the shadow root, whose own inline content this is. */
  owner: Owner
  /** Text of all nodes, a line break for every `<br>`. */
  text: string
  nodes: Text[]
  /** UTF-16 offset in `text` at which each node begins. */
  offsets: number[]
}

/** Elements that never hold text a reader would want marked. */
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE CODE PRE KBD SAMP TEXTAREA INPUT SELECT OPTION BUTTON SVG MATH CANVAS IFRAME OBJECT EMBED AUDIO VIDEO NAV RT RP HEAD TRADEGLOSS-CARD'.split(
    ' ',
  ),
)
const SKIPPED_ROLES = new Set([
  'navigation',
  'search',
  'searchbox',
  'textbox',
  'menu',
  'menubar',
  'toolbar',
  'combobox',
  'listbox',
  'button',
  'tablist',
  'code',
  'math',
])
/** Elements that do not part the text around them. */
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NOBR OUTPUT Q RB RUBY S SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR SLOT BR'.split(
    ' ',
  ),
)

/** By type and not by class, which documents outside a browser do not share. */
export const isShadowRoot = (node: Node): node is ShadowRoot => node.nodeType === 11 && 'host' in node

const nameOf = (element: Element) => element.nodeName.toUpperCase()

/** True for elements that start a new run of text. Custom elements count as blocks. */
export const isBlock = (element: Element): boolean => !INLINE.has(nameOf(element))

/** True where the element and all it holds is left alone: navigation, forms, code, editable and hidden text. */
export function isSkipped(element: Element): boolean {
  const name = nameOf(element)
  if (SKIPPED.has(name)) return true
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true
  // A dialog over the page hides the whole app from screen readers, not from readers.
  if (element.getAttribute('aria-hidden') === 'true' && !holdsArticle(element)) return true
  const roles = element.getAttribute('role')?.toLowerCase().split(/\s+/) ?? []
  if (roles.some((role) => SKIPPED_ROLES.has(role))) return true
  const editable = element.getAttribute('contenteditable')
  if (editable !== null && editable !== 'false') return true
  // Some publishers wrap the whole page in a form; a form with paragraphs is no form.
  return name === 'FORM' && !holdsArticle(element)
}

const holdsArticle = (element: Element) => element.getElementsByTagName('p')[1] !== undefined

/** The block or shadow root that `node`'s text belongs to, or null where an ancestor, hosts included, is left alone. */
export function blockOf(node: Node): Owner | null {
  let owner: Owner | null = null
  for (let up: Node | null = node; up !== null; up = isShadowRoot(up) ? up.host : up.parentNode) {
    if (isShadowRoot(up)) owner ??= up
    if (up.nodeType !== Node.ELEMENT_NODE) continue
    const element = up as Element
    if (isSkipped(element)) return null
    if (owner === null && isBlock(element)) owner = element
  }
  return owner
}

interface Run {
  owner: Owner
  parts: string[]
  length: number
  nodes: Text[]
  offsets: number[]
}

/**
 * The blocks under `root`, in document order: with `isDeep` those of every element below it, else only root's own inline text.
 * Open shadow roots met on the way are given to `onShadowRoot` and not entered. Iterative, so that depth costs no stack.
 */
export function* blocksUnder(
  root: Owner,
  isDeep: boolean,
  onShadowRoot: (shadow: ShadowRoot) => void,
): Generator<Block> {
  const stack: Run[] = []
  const open = (owner: Owner): Run => ({ owner, parts: [], length: 0, nodes: [], offsets: [] })
  let run = open(root)
  const close = (closing: Run): Block | null => {
    if (closing.nodes.length === 0) return null
    const block = {
      owner: closing.owner,
      text: closing.parts.join(''),
      nodes: closing.nodes,
      offsets: closing.offsets,
    }
    closing.parts = []
    closing.length = 0
    closing.nodes = []
    closing.offsets = []
    return block
  }
  if (isDeep && !isShadowRoot(root) && root.shadowRoot) onShadowRoot(root.shadowRoot)
  let node: Node | null = root.firstChild
  while (node !== null) {
    let descend = false
    if (node.nodeType === Node.TEXT_NODE) {
      const { data } = node as Text
      if (data !== '') {
        run.nodes.push(node as Text)
        run.offsets.push(run.length)
        run.parts.push(data)
        run.length += data.length
      }
    } else if (node.nodeType === Node.ELEMENT_NODE && !isSkipped(node as Element)) {
      const element = node as Element
      if (element.shadowRoot) onShadowRoot(element.shadowRoot)
      if (nameOf(element) === 'BR') {
        run.parts.push('\n')
        run.length++
      } else if (isBlock(element)) {
        const block = close(run)
        if (block) yield block
        if (isDeep) {
          stack.push(run)
          run = open(element)
          descend = element.firstChild !== null
          if (!descend) run = stack.pop() as Run
        }
      } else descend = element.firstChild !== null
    }
    if (descend) {
      node = node.firstChild
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null && node !== root && node === run.owner && stack.length > 0) {
        const block = close(run)
        if (block) yield block
        run = stack.pop() as Run
      }
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  const block = close(run)
  if (block) yield block
}

/** Marks of a page as seen from outside, through the browser's own registry of highlights. Node only. */

import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, Page } from 'puppeteer-core'
import { CATEGORIES, type Category } from '../../detect/types.ts'

export interface SeenMark {
  category: Category
  text: string
  /** The 40 UTF-16 units before it. */
  before: string
  /** Position among all marks of the page, in document order. */
  index: number
}

/** Collects, in the page, the highlighted ranges in document order. */
function rangesInPage(categories: readonly string[]): { category: string; range: Range }[] {
  const found = categories.flatMap((category) => {
    // No callbacks: they cannot run on pages whose scripts are off.
    const ranges = [...(CSS.highlights.get(`tradegloss-${category}`) ?? [])] as Range[]
    return ranges.map((range) => ({ category, range }))
  })
  // Ranges of different trees have no order of their own.
  const isSameTree = (a: Range, b: Range) => a.startContainer.getRootNode() === b.startContainer.getRootNode()
  return found.sort((a, b) =>
    isSameTree(a.range, b.range) ? a.range.compareBoundaryPoints(Range.START_TO_START, b.range) : 0,
  )
}

const IN_PAGE = `const rangesInPage = ${rangesInPage.toString()};`

/** Every mark of the page. */
export async function marksOn(page: Page): Promise<SeenMark[]> {
  return (await page.evaluate(`(() => {
    ${IN_PAGE}
    return rangesInPage(${JSON.stringify(CATEGORIES)}).map(({ category, range }, index) => ({
      category, text: range.toString().replace(/\\s+/g, ' '), index,
      before: range.startContainer.textContent.slice(Math.max(0, range.startOffset - 40), range.startOffset),
    }))
  })()`)) as SeenMark[]
}

/** Brings a mark into view and returns the middle of its first line (CSS px of the viewport), or null if it is not shown. */
export async function pointOf(page: Page, index: number): Promise<{ x: number; y: number } | null> {
  return (await page.evaluate(`(async () => {
    ${IN_PAGE}
    const found = rangesInPage(${JSON.stringify(CATEGORIES)})[${index}];
    if (!found) return null;
    found.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // What it stands in may be taller than the window.
    const line = found.range.getClientRects()[0];
    if (line && (line.top < 0 || line.bottom > innerHeight))
      scrollBy({ top: (line.top + line.bottom - innerHeight) / 2, behavior: 'instant' });
    // Listeners hear of the scroll in the next frame: a hand points after that. A tab in the background has no frames.
    await new Promise((next) => {
      requestAnimationFrame(() => requestAnimationFrame(next));
      setTimeout(next, 300);
    });
    const rect = found.range.getClientRects()[0];
    if (!rect || rect.width === 0 || rect.bottom < 0 || rect.top > innerHeight) return null;
    return { x: rect.left + Math.min(rect.width / 2, 40), y: rect.top + rect.height / 2 };
  })()`)) as { x: number; y: number } | null
}

/** Moves the pointer onto a mark as a hand would and lets it rest. False where the mark is not shown. */
export async function hoverMark(page: Page, index: number): Promise<boolean> {
  const point = await pointOf(page, index)
  if (point === null) return false
  await page.mouse.move(Math.max(1, point.x - 60), Math.max(1, point.y - 40))
  await wait(60)
  await page.mouse.move(point.x, point.y, { steps: 12 })
  await wait(40)
  await page.mouse.move(point.x + 1, point.y)
  return true
}

/** A node of the accessibility tree as the protocol gives it: closed shadow roots are in it. */
interface AxNode {
  nodeId: string
  backendDOMNodeId?: number
  childIds?: string[]
  ignored: boolean
  role?: { value?: string }
  name?: { value?: string }
  properties?: { name: string; value: { value?: unknown } }[]
}

export interface AccessibleNode {
  role: string
  name: string
  /** True for our card's dialog and everything below it; pages have dialogs of their own. */
  inCard: boolean
  isFocused: boolean
}

/** Whether a node of the accessibility tree stands in our element; its root is closed to the page, not to the protocol. */
async function isInCard(session: CDPSession, { backendDOMNodeId }: AxNode): Promise<boolean> {
  if (backendDOMNodeId === undefined) return false
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId })
  if (object.objectId === undefined) return false
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function () { return this.getRootNode().host?.localName === 'tradegloss-card' }`,
    returnByValue: true,
  })
  return result.value === true
}

/** The accessibility tree of the page, flat and in document order. */
export async function accessibilityTree(page: Page): Promise<AccessibleNode[]> {
  const session = await page.createCDPSession()
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] }
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const flat: AccessibleNode[] = []
    const visit = async (node: AxNode, isInside: boolean): Promise<void> => {
      const inCard = isInside || (node.role?.value === 'dialog' && (await isInCard(session, node)))
      const isFocused = node.properties?.some(({ name, value }) => name === 'focused' && value.value === true) ?? false
      if (!node.ignored) flat.push({ role: node.role?.value ?? '', name: node.name?.value ?? '', inCard, isFocused })
      for (const id of node.childIds ?? []) {
        const child = byId.get(id)
        if (child) await visit(child, inCard)
      }
    }
    if (nodes[0]) await visit(nodes[0], false)
    return flat
  } finally {
    await session.detach()
  }
}

/** Waits until a card is open, known by its named dialog in the accessibility tree; its title, or null after `withinMs`. */
export async function waitForCard(page: Page, withinMs = 3000): Promise<string | null> {
  const end = Date.now() + withinMs
  while (Date.now() < end) {
    const dialog = (await accessibilityTree(page)).find(
      ({ role, name, inCard }) => inCard && role === 'dialog' && name !== '',
    )
    if (dialog) return dialog.name
    await wait(50)
  }
  return null
}

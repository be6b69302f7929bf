/** Reaching into the open card as only the protocol can: its shadow root is closed to the page. */

import type { CDPSession, Page } from 'puppeteer-core'
import { askTabOf } from '../../lib/cli/browser/chromium.ts'
import { accessibilityTree } from '../../lib/cli/browser/page-marks.ts'
import type { Message, Reply, ToPage } from '../../lib/messaging/protocol.ts'
import type { ArticlePage } from './article-page.ts'
import type { Driver } from './driver.ts'
import { eventually } from './waiting.ts'

interface DomNode {
  nodeId: number
  nodeName: string
  attributes?: string[]
  children?: DomNode[]
  shadowRoots?: DomNode[]
}

function findIn(node: DomNode, isIt: (node: DomNode) => boolean): DomNode | null {
  if (isIt(node)) return node
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = findIn(child, isIt)
    if (found) return found
  }
  return null
}

/** Runs a function of the page's world with the card's frame as `this`. */
export async function inCard<Value>(page: Page, declaration: string, ...args: unknown[]): Promise<Value> {
  const session: CDPSession = await page.createCDPSession()
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode }
    const host = findIn(root, ({ nodeName }) => nodeName === 'TRADEGLOSS-CARD')
    const frame = host && findIn(host, ({ attributes }) => attributes?.includes('frame') ?? false)
    if (!frame) throw new Error('There is no card.')
    const { object } = await session.send('DOM.resolveNode', { nodeId: frame.nodeId })
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: declaration,
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as Value
  } finally {
    await session.detach()
  }
}

/** Waits until no card is shown, at most `withinMs`: null once none is, else the one that stays. */
export const cardGone = (driver: Pick<Driver, 'card'>, article: ArticlePage, withinMs?: number) =>
  eventually(
    () => driver.card(article, 1),
    (shown) => shown === null,
    withinMs,
  )

/** Where the open card is (CSS px of the viewport). */
export const cardBox = (page: Page): Promise<{ x: number; y: number; width: number; height: number }> =>
  inCard(page, 'function () { return this.getBoundingClientRect().toJSON() }')

/** The theme that the open card took from the page behind it. */
export const cardTheme = (page: Page): Promise<string> => inCard(page, 'function () { return this.dataset.theme }')

/** Puts the focus on the card's button with this name and presses a key on it. */
export async function pressInCard(page: Page, name: string, key: 'Enter' | 'ArrowRight' = 'Enter'): Promise<void> {
  await inCard(
    page,
    `function (name) {
      const button = [...this.querySelectorAll('button')].find(
        (each) => (each.getAttribute('aria-label') ?? each.textContent) === name)
      if (!button) throw new Error('no button "' + name + '" in: ' + this.textContent)
      button.focus()
    }`,
    name,
  )
  await page.keyboard.press(key)
}

/** Where a button or link of the open card is, by its name: its middle (CSS px of the viewport), scrolled into view. */
export const pointInCard = (page: Page, name: string): Promise<{ x: number; y: number }> =>
  inCard(
    page,
    `function (name) {
      const found = [...this.querySelectorAll('button, a')].find(
        (each) => (each.getAttribute('aria-label') ?? each.textContent) === name)
      if (!found) throw new Error('nothing named "' + name + '" in: ' + this.textContent)
      found.scrollIntoView({ block: 'nearest', behavior: 'instant' })
      const { left, top, width, height } = found.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }`,
    name,
  )

/** Who has the focus, as a screen reader is told; the page around it says that it has it too. */
export const focusedIn = async (page: Page) => (await accessibilityTree(page)).findLast((node) => node.isFocused)

/** Tells the content script of the page what a command or a menu would. Throws where it gives no answer. */
export async function tellPage<Key extends keyof ToPage>(
  { page }: ArticlePage,
  message: Message<ToPage, Key>,
): Promise<Reply<ToPage, Key>> {
  const reply = await askTabOf(page, message)
  if (reply === null) throw new Error(`nothing in the tab of ${page.url()} answers`)
  return reply
}

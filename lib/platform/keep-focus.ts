/** Keeps the keyboard where it was on a page whose buttons go with what they did: rows that are removed, notices, offers. */

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]'
/** How many places that had the focus are remembered. */
const MOST = 8

const isThere = (element: HTMLElement) => element.isConnected && element.checkVisibility()

/** The first within `around`, or itself, that can take the focus. */
function firstIn(around: Node | null): HTMLElement | undefined {
  if (!(around instanceof Element)) return undefined
  const all = [around, ...around.querySelectorAll('*')].filter((each) => each.matches(FOCUSABLE)) as HTMLElement[]
  return all.find((each) => isThere(each) && !each.matches(':disabled'))
}

/** What stands where something was taken away: the row or button beside it, else the first of what is around it, up to its section. */
function inPlaceOf({ target, nextSibling, previousSibling }: MutationRecord, gone: Node): HTMLElement | undefined {
  if ((gone as Element).matches('li, button')) {
    const beside = firstIn(nextSibling) ?? firstIn(previousSibling)
    if (beside) return beside
  }
  const section = (target as Element).closest('section')
  for (let around: Node | null = section && target; around; around = around === section ? null : around.parentNode) {
    const found = firstIn(around)
    if (found) return found
  }
  return undefined
}

/**
 * From now on, where what has the focus goes from `root`, the focus goes to what stands in its place, else to where it was
 * before: else it would be on nothing, and the next Tab or word of a screen reader would begin at the top of the page.
 */
export function keepFocus(root: HTMLElement): void {
  /** What had the focus, the most recent last. */
  const held: HTMLElement[] = []
  root.addEventListener('focusin', ({ target }) => {
    held.push(target as HTMLElement)
    if (held.length > MOST) held.shift()
  })
  // A click on nothing leaves the keyboard nowhere, on purpose.
  root.addEventListener('pointerdown', () => held.splice(0))
  new MutationObserver((records) => {
    const last = held.at(-1)
    if (!last || last.isConnected || document.activeElement !== document.body || !document.hasFocus()) return
    for (const record of records) {
      const gone = [...record.removedNodes].find((node) => node.contains(last))
      if (gone === undefined) continue
      const next = inPlaceOf(record, gone) ?? held.findLast(isThere) ?? firstIn(root)
      return next?.focus()
    }
  }).observe(root, { childList: true, subtree: true })
}

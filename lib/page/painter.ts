/** Painters: what draws marks. The page's DOM is never touched; highlights live in the registry of CSS. */

import { CATEGORIES, type Category } from '../detect/types.ts'

export interface Painter {
  add(category: Category, range: Range): void
  remove(category: Category, range: Range): void
  /** Puts back highlights that the page cleared or replaced. Cheap enough for every flush. */
  restore(): void
  /** Takes all marks away. */
  clear(): void
  /** Paints (or not) inside an open shadow root, where document-level rules do not reach in every browser. */
  adopt(root: ShadowRoot): void
}

/** Name in the CSS registry; the page can see it, so nothing else is said in it. */
export const highlightName = (category: Category): string => `tradegloss-${category}`

/**
 * Marks by CSS Custom Highlights. `css` holds the `::highlight` rules for shadow roots.
 * The registry is never iterated: in Firefox that throws from a content script.
 */
export function createHighlightPainter(css: string): Painter {
  const highlights = new Map(CATEGORIES.map((category) => [category, new Highlight()]))
  let sheet: CSSStyleSheet | undefined
  const roots = new Set<ShadowRoot>()
  const of = (category: Category) => highlights.get(category) as Highlight
  const register = () => {
    for (const [category, highlight] of highlights) CSS.highlights.set(highlightName(category), highlight)
  }
  register()
  return {
    add: (category, range) => void of(category).add(range),
    remove: (category, range) => void of(category).delete(range),
    restore() {
      for (const [category, highlight] of highlights) {
        if (CSS.highlights.get(highlightName(category)) !== highlight)
          CSS.highlights.set(highlightName(category), highlight)
      }
    },
    clear() {
      for (const [category, highlight] of highlights) {
        highlight.clear()
        if (CSS.highlights.get(highlightName(category)) === highlight) CSS.highlights.delete(highlightName(category))
      }
      for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet)
      roots.clear()
    },
    adopt(root) {
      try {
        if (sheet === undefined) {
          sheet = new CSSStyleSheet()
          sheet.replaceSync(css)
        }
        if (roots.has(root)) return
        roots.add(root)
        root.adoptedStyleSheets.push(sheet)
      } catch {
        // A root that takes no sheet shows no marks; its mentions are listed all the same.
      }
    },
  }
}

/** For browsers without the API: mentions are listed in the popup, nothing is drawn. */
export const createNonePainter = (): Painter => ({ add() {}, remove() {}, restore() {}, clear() {}, adopt() {} })

export const canHighlight = (): boolean =>
  typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS

/** Painters: what draws marks. The page's DOM is never touched; highlights live in the registry of CSS. */

import { CATEGORIES, type Category } from '../detect/types.ts'

export interface Painter {
  add(category: Category, range: Range): void
  remove(category: Category, range: Range): void
  /** Puts back what the page cleared or replaced. Cheap enough for every second. */
  restore(): void
  /** Takes all marks away. */
  clear(): void
  /** Paints inside an open shadow root too, where document-level rules do not reach in every browser. */
  adopt(root: ShadowRoot): void
}

/** Name in the CSS registry; the page can see it, so nothing else is said in it. */
export const highlightName = (category: Category): string => `tradegloss-${category}`

/** What is drawn of one category. */
interface Painted {
  names: readonly string[]
  ranges: Set<Range>
  /** None until there is something to draw: pages without a mention need not make the registry. */
  highlight: Highlight | null
}

/**
 * Marks by CSS Custom Highlights. `css` brings the `::highlight` rules for shadow roots, once there is one. What is tinted
 * goes by a second name too, whose rules are in `css` as well.
 * The registry is never iterated: in Firefox that throws from a content script.
 */
export function createHighlightPainter(css: () => Promise<string>, isTinted: boolean): Painter {
  const painted = CATEGORIES.map((category): Painted => ({
    names: [highlightName(category), ...(isTinted ? [`tradegloss-tint-${category}`] : [])],
    ranges: new Set(),
    highlight: null,
  }))
  const of = (category: Category) => painted[CATEGORIES.indexOf(category)] as Painted
  const register = (names: readonly string[], highlight: Highlight) => {
    for (const name of names) if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight)
  }
  let sheet: CSSStyleSheet | undefined
  const roots = new Set<ShadowRoot>()
  return {
    add(category, range) {
      const one = of(category)
      one.ranges.add(range)
      if (!canHighlight()) return
      if (one.highlight !== null) return void one.highlight.add(range)
      one.highlight = new Highlight(range)
      // At once: the rest of the page may take its time.
      register(one.names, one.highlight)
    },
    remove(category, range) {
      of(category).highlight?.delete(range)
      of(category).ranges.delete(range)
    },
    restore() {
      // Roots that the page let go are let go here too: at each new one that would cost its square on a page of thousands.
      for (const root of roots) if (!root.isConnected) roots.delete(root)
      for (const { names, highlight, ranges } of painted) {
        if (highlight === null) continue
        register(names, highlight)
        // A page can reach the highlight by its name, and what is in it.
        if (highlight.size === ranges.size) continue
        highlight.clear()
        for (const range of ranges) highlight.add(range)
      }
    },
    clear() {
      for (const { names, highlight, ranges } of painted) {
        if (highlight === null) continue
        highlight.clear()
        ranges.clear()
        for (const name of names) if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
      }
      for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet)
      roots.clear()
    },
    adopt(root) {
      try {
        if (sheet === undefined) {
          const empty = (sheet = new CSSStyleSheet())
          // Nobody answers where storage is gone: marks are listed all the same.
          css().then(
            (rules) => empty.replaceSync(rules),
            () => {},
          )
        }
        if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
        roots.add(root)
      } catch {
        // A root that takes no sheet shows no marks; its mentions are listed all the same.
      }
    },
  }
}

/** Without the API mentions are listed in the popup, and nothing is drawn. */
export const canHighlight = (): boolean => 'highlights' in CSS

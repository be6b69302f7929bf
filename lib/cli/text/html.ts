/** What HTML says, outside a browser: its readable text by the same blocks that the content script reads, its date and language. */

import { Window } from 'happy-dom'
import { articleLanguage } from '../../detect/language.ts'
import type { Language } from '../../detect/types.ts'
import { readArticle } from '../../page/article.ts'
import { blocksInOrder } from '../../page/reading.ts'
import { flatten } from './flatten.ts'

/** Reads a page without a browser. Broken markup is parsed as a browser would; scripts never run. */
export function readPage<Result>(html: string, read: (page: Document) => Result): Result {
  const window = new Window({
    settings: {
      enableJavaScriptEvaluation: false,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    },
  })
  const { document } = window
  // Parses a whole document, doctype and head included; nothing in it is run or fetched (settings above).
  document.write(html)
  try {
    // happy-dom's nodes are a browser's in all that reading pages asks of them.
    const page = document as unknown as Document
    flatten(page)
    return read(page)
  } finally {
    window.close()
  }
}

/** Takes out what the page's own markup hides; what a style sheet hides is known in a browser only. */
function withoutHidden(page: Document): Document {
  for (const element of page.querySelectorAll<HTMLElement>('[style]')) {
    if (element.style.display === 'none') element.remove()
  }
  return page
}

/** Text of the page's blocks, a blank line between them: no block goes on in the next, as a wrapped line does. */
const textOf = (page: Document): string =>
  [...blocksInOrder(withoutHidden(page).body)]
    .map((block) => block.text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n')

/** The readable text of HTML, a blank line between blocks. */
export const textOfHtml = (html: string): string => readPage(html, textOf)

/** An article as it stands in its HTML. */
interface HtmlArticle {
  text: string
  language: Language
  /** `YYYY-MM-DD`; undefined where the page states none. */
  date: string | undefined
}

/** The text of a page with the date and the language that the extension would take it to have. */
export const articleOfHtml = (html: string): HtmlArticle =>
  readPage(html, (page) => {
    const article = readArticle(page)
    return { text: textOf(page), language: articleLanguage(article), date: article.date ?? undefined }
  })

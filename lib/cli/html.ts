/** The readable text of HTML, outside a browser: by the same blocks that the content script reads. */

import { Window } from 'happy-dom'
import { blocksInOrder } from '../page/reading.ts'

/** Reads a page without a browser. Broken markup is parsed as a browser would; scripts never run. */
export function readPage<Result>(html: string, read: (page: Document) => Result): Result {
  const window = new Window({
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    },
  })
  const { document } = window
  // Parses a whole document, doctype and head included; nothing in it is run or fetched (settings above).
  document.write(html)
  try {
    // happy-dom's nodes are a browser's in all that reading pages asks of them.
    return read(document as unknown as Document)
  } finally {
    window.close()
  }
}

/** Text of the page's blocks, one a line. */
export const textOfHtml = (html: string): string =>
  readPage(html, ({ body }) =>
    [...blocksInOrder(body)]
      .map((block) => block.text.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join('\n'),
  )

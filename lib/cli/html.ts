/** The readable text of HTML, outside a browser: by the same blocks that the content script reads. */

import { Window } from 'happy-dom'
import { blocksUnder } from '../page/blocks.ts'

/** Text of the page's blocks, one a line. Broken markup is read as a browser would; scripts never run. */
export function textOfHtml(html: string): string {
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
  // happy-dom's nodes are a browser's in all that reading blocks asks of them.
  const body = document.body as unknown as Element
  globalThis.Node ??= window.Node as unknown as typeof globalThis.Node
  const text = [...blocksUnder(body, true, () => {})]
    .map((block) => block.text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
  window.close()
  return text
}

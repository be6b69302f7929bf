/** The readable text of HTML, outside a browser: by the same blocks that the content script reads. */

import { Window } from 'happy-dom'
import { walk, type Block } from '../page/blocks.ts'

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
  const lines: string[] = []
  const waiting: (Block | Element)[] = [document.body as unknown as Element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('offsets' in next) lines.push(next.text.replace(/\s+/g, ' ').trim())
    else {
      const contents: (Block | Element)[] = []
      const take = (each: Block | Element) => contents.push(each)
      void [...walk(next, { onRun: take, onNested: take })]
      waiting.push(...contents.reverse())
    }
  }
  const text = lines.filter(Boolean).join('\n')
  window.close()
  return text
}

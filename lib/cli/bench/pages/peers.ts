/** What our content script is measured beside: small extensions, written when the bench runs. Node only. */

import { createRequire } from 'node:module'
import { compileLexicon } from '../../../detect/compile.ts'
import { loadLexicon } from '../../../detect/lexicon.ts'
import { lexiconSource } from '../../../dataset/lexicon-source.ts'
import { LANGUAGES } from '../../../detect/types.ts'
import { readEdition } from '../../dataset/package-files.ts'
import { searchedForms } from '../searched-forms.ts'
import { otherExtension } from './other-extension.ts'

/** The least that an annotator must do: look at every character. What it finds out is kept, lest it be optimised away. */
const READER = `{
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let sum = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node
    for (let at = 0; at < data.length; at++) sum += data.charCodeAt(at)
  }
  globalThis.sum = sum
}`

/** One alternation of all terms, the longest first; every match is wrapped. */
const ALTERNATION = `{
  const source = terms().sort((a, b) => b.length - a.length).map((term) => term.replace(/[.*+?^\${}()|[\\]\\\\]/g, '\\\\$&'))
  const pattern = new RegExp(source.join('|'), 'gi')
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const nodes = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (!/^(?:script|style|noscript|textarea)$/.test(node.parentNode.localName)) nodes.push(node)
  for (const node of nodes) {
    const text = node.data
    const parts = []
    let from = 0
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const mark = document.createElement('mark')
      mark.textContent = found
      parts.push(text.slice(from, index), mark)
      from = index + found.length
    }
    if (parts.length > 0) node.replaceWith(...parts, text.slice(from))
  }
}`

const MARK_JS = `new Mark(document.body).mark(terms(), { separateWordSearch: false })`

/** Source of a function that gives the terms of the page's language. */
async function termsSource(): Promise<string> {
  const source = lexiconSource((await readEdition()).tables)
  const lists = Object.fromEntries(
    LANGUAGES.map((language) => [language, searchedForms(loadLexicon(compileLexicon(source, language))).join('\n')]),
  )
  return `const terms = () => {
  const lists = ${JSON.stringify(lists)}
  const tag = document.documentElement.lang.toLowerCase()
  const chinese = /^zh.*(?:hant|tw|hk|mo)/.test(tag) ? 'zh-Hant' : 'zh-Hans'
  return (lists[tag.startsWith('zh') ? chinese : tag.slice(0, 2)] ?? lists.en).split('\\n')
};
`
}

export const PEERS = ['nothing', 'reader', 'alternation', 'mark.js'] as const
export type Peer = (typeof PEERS)[number]

/** Folders of the peers' extensions, in the temporary folder. The terms are those of our lexicon, but for its patterns. */
export async function writePeers(): Promise<Record<Peer, string>> {
  const terms = await termsSource()
  return {
    nothing: otherExtension(''),
    reader: otherExtension(READER),
    alternation: otherExtension(terms + ALTERNATION),
    'mark.js': otherExtension(terms + MARK_JS, [createRequire(import.meta.url).resolve('mark.js/dist/mark.js')]),
  }
}

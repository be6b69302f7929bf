/** Our scripts: which files a page gets, from the manifest, and how they are brought to an open tab. */

import { browser } from '../platform/browser.ts'

/** Files that are brought to a page together. */
export interface Files {
  js: string[]
  css?: string[]
}

/** Decides on sites that the reader added whether a page is an article; goes before the scout. */
const ARTICLE_CHECK = 'article.js'

/** Marks the mentions of a page: brought where there is one. */
export const CONTENT_SCRIPT: Files = { js: ['annotate.js'], css: ['assets/highlight.css'] }

const listedScript = () => browser.runtime.getManifest().content_scripts?.[0]

/** Firefox tells the files of its manifest as whole addresses, and takes them as paths only. */
const pathsOf = (files: string[] = []) =>
  files.map((file) => new URL(file, browser.runtime.getURL('/')).pathname.replace(/^\//, ''))

/** Patterns of the listed news sites. */
export const listedPatterns = (): string[] => listedScript()?.matches ?? []

/** Files that every page begins with: the scout, and on a site that the reader added, the article check. */
export function firstFiles(isListed: boolean): Files {
  const js = pathsOf(listedScript()?.js)
  return { js: isListed ? js : [ARTICLE_CHECK, ...js] }
}

/** Other browsers cannot be told which document of a tab is meant. */
const CAN_NAME_DOCUMENTS = import.meta.env.BROWSER === 'chrome' || import.meta.env.BROWSER === 'edge'

/** Brings files to the top frame of a tab, and only to the document named, where one is. Rejects where the browser does not let us. */
export async function injectInto(tabId: number, { js, css }: Files, documentId?: string): Promise<void> {
  const target = { tabId, ...(CAN_NAME_DOCUMENTS && documentId !== undefined && { documentIds: [documentId] }) }
  if (css) await browser.scripting.insertCSS({ target, files: css })
  await browser.scripting.executeScript({ target, files: js })
}

/** Our scripts: which files a page gets, from the manifest, and how they are brought to an open tab. */

import { browser } from '../platform/browser.ts'

/** Decides on sites that the reader added whether a page is an article; goes before the content script. */
const ARTICLE_CHECK = 'article.js'

const listedScript = () => browser.runtime.getManifest().content_scripts?.[0]

/** Firefox tells the files of its manifest as whole addresses, and takes them as paths only. */
const pathsOf = (files: string[] = []) =>
  files.map((file) => new URL(file, browser.runtime.getURL('/')).pathname.replace(/^\//, ''))

/** Patterns of the listed news sites. */
export const listedPatterns = (): string[] => listedScript()?.matches ?? []

/** Files for a page: on a site that the reader added, with the article check. */
export function filesFor(isListed: boolean): { js: string[]; css: string[] } {
  const [js, css] = [pathsOf(listedScript()?.js), pathsOf(listedScript()?.css)]
  return { js: isListed ? js : [ARTICLE_CHECK, ...js], css }
}

/** Brings files to the top frame of a tab. Rejects where the browser does not let us. */
export async function injectInto(tabId: number, { js, css }: { js: string[]; css: string[] }): Promise<void> {
  const target = { tabId }
  await browser.scripting.insertCSS({ target, files: css })
  await browser.scripting.executeScript({ target, files: js })
}

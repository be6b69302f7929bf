/** The edition that ships with the extension, as its file says it. */

import { browser } from '../platform/browser.ts'

/** JSON of the edition that ships with this version. */
export const readBundled = async (): Promise<string> => (await fetch(browser.runtime.getURL('edition.json'))).text()

/** The one place that imports webextension-polyfill; everyone else takes the API from here. */

import browser from 'webextension-polyfill'

export { browser }
export type { Menus, Runtime, Storage, Tabs } from 'webextension-polyfill'

/**
 * False once the extension was updated or removed under this script: its APIs throw from then on.
 */
export function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined
  } catch {
    return false
  }
}

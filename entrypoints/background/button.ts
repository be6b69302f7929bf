/** The toolbar button: how many mentions the page of each tab shows, and grey where marks are off. */

import { CATEGORIES } from '../../lib/detect/types.ts'
import { askPage } from '../../lib/messaging/client.ts'
import type { PageState } from '../../lib/messaging/protocol.ts'
import { browser } from '../../lib/platform/browser.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { readSettings } from '../../lib/settings/store.ts'

const iconsOf = (name: string) => ({ 16: `/icons/${name}16.png`, 32: `/icons/${name}32.png` })
const ICONS = iconsOf('')
const GREY = iconsOf('grey-')
const BADGE = { background: '#47505a', text: '#ffffff' }
/** Four letters are all that a badge has room for. */
const MOST = 999

/** Firefox for Android shows neither badge nor icon, and has no way to say so but leaving these out. */
const buttonApi = (): Partial<typeof browser.action> => browser.action

/** What stands on the button: '' for none, nothing found, or a reader who wants no count. */
export function badgeOf({ showsCount, categories }: Settings, { isOn, isRead, counts }: PageState): string {
  if (!showsCount || !isOn || !isRead) return ''
  const count = CATEGORIES.reduce((sum, category) => sum + (categories[category] ? (counts[category] ?? 0) : 0), 0)
  return count === 0 ? '' : count > MOST ? `${MOST}+` : String(count)
}

/** Shows on the button how the page of a tab stands. Where none of ours runs, the browser shows the button as it is by itself. */
export async function showOnButton(tabId: number): Promise<void> {
  const [settings, page] = await Promise.all([readSettings(), askPage(tabId, { type: 'page.state' })])
  if (page === null) return
  const action = buttonApi()
  await Promise.all([
    action.setBadgeText?.({ tabId, text: badgeOf(settings, page) }),
    action.setIcon?.({ tabId, path: page.isOn ? ICONS : GREY }),
  ])
}

/** Shows a change of settings on the button of every tab. */
export async function showOnButtons(): Promise<void> {
  const { isPaused } = await readSettings()
  const action = buttonApi()
  await Promise.all([
    action.setBadgeBackgroundColor?.({ color: BADGE.background }),
    action.setBadgeTextColor?.({ color: BADGE.text }),
    action.setIcon?.({ path: isPaused ? GREY : ICONS }),
  ])
  const tabs = await browser.tabs.query({ discarded: false })
  // A tab may close meanwhile.
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : showOnButton(id))))
}

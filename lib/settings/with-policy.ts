/** The organisation's settings over the reader's own. Pure. */

import type { Category } from '../detect/types.ts'
import type { Settings } from './definition.ts'

/** What the organisation has set of the settings, checked, as the background keeps it for pages (`policy.ts`). */
export interface PolicySettings extends Partial<Pick<Settings, 'economy' | 'language' | 'sitesOff' | 'sitesAllowed'>> {
  categories?: Partial<Record<Category, boolean>>
}

/** The settings that hold: the organisation's where it has set one, else the reader's. */
export const withPolicy = (own: Settings, policy: PolicySettings): Settings => ({
  ...own,
  ...policy,
  categories: { ...own.categories, ...policy.categories },
  sitesOff: [...own.sitesOff, ...(policy.sitesOff ?? [])],
})

/** The browser that updates run in: a world's storage, an organisation's settings, and permissions. */

import type { World } from '../editions/world.ts'

export const browser = {
  i18n: { getUILanguage: () => 'en' },
  storage: {} as World['storage'] & { managed: { get(): Promise<object> } },
  permissions: { contains: async () => true },
}

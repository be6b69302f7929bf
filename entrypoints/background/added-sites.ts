/** Follows the browser's permissions: records what was granted and withdrawn, and registers our scripts on the added sites. */

import { browser } from '../../lib/platform/browser.ts'
import { createTurns } from '../../lib/platform/turns.ts'
import { grantedOf, readAdded, reconcile, watchAdded, writeAdded } from '../../lib/sites/added.ts'
import { firstFiles, listedPatterns } from '../../lib/sites/scripts.ts'

/** Our one dynamic registration. */
const ID = 'added-sites'

async function register(): Promise<void> {
  const matches = grantedOf(await readAdded())
  const isRegistered = (await browser.scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0
  if (matches.length === 0) {
    if (isRegistered) await browser.scripting.unregisterContentScripts({ ids: [ID] })
    return
  }
  const script = {
    id: ID,
    matches,
    // On these the manifest's script runs, and needs no article check.
    excludeMatches: listedPatterns(),
    ...firstFiles(false),
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  }
  if (isRegistered) await browser.scripting.updateContentScripts([script])
  else await browser.scripting.registerContentScripts([script])
}

/** Two at once would both find nothing registered. */
const inTurn = createTurns()

/**
 * Records how the browser's permissions stand, with those just granted, and registers accordingly. Gives the sites that
 * count from now on and did not before.
 */
export const followPermissions = (justGranted: readonly string[] = []): Promise<string[]> =>
  inTurn(async () => {
    const [added, { origins = [] }] = await Promise.all([readAdded(), browser.permissions.getAll()])
    const next = reconcile(added, { justGranted, granted: origins, listed: listedPatterns() })
    if (JSON.stringify(next) !== JSON.stringify(added)) await writeAdded(next)
    await register()
    return grantedOf(next).filter((pattern) => added[pattern] !== 'granted')
  })

/** Registers anew whenever a site was added or removed, wherever that was done. */
export const watchSites = (onError: (error: unknown) => void): void => {
  watchAdded(() => void inTurn(register).catch(onError))
}

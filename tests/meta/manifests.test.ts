/** What each browser's manifest asks for: a permission more than these needs a reason here, in PRIVACY.md and in the listing. */

import { describe, expect, it } from 'vitest'
import config from '../../wxt.config.ts'
import { TARGETS, type Target } from '../../lib/cli/extension.ts'
import { read } from './project.ts'

type Manifest = Record<string, unknown> & { permissions: string[]; host_permissions: string[] }

/** The manifest's own part, as `wxt.config.ts` makes it for a release. */
const manifestOf = async (browser: Target): Promise<Manifest> => {
  const { manifest } = config
  if (typeof manifest !== 'function') throw new Error('The manifest is no function of the browser any more.')
  return (await manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' })) as Manifest
}

const EVERYWHERE = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage']

describe.each(TARGETS)('the manifest for %s', async (browser) => {
  const manifest = await manifestOf(browser)

  it('asks for these permissions, and for no host that is not on the list of news sites', () => {
    const panel = browser === 'chrome' || browser === 'edge' ? ['sidePanel'] : []
    expect(manifest.permissions.toSorted()).toEqual([...EVERYWHERE, ...panel].toSorted())
    const listed = new Set(
      read('public/dataset/news-sites.csv')
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    )
    expect(manifest.host_permissions.length).toBeGreaterThanOrEqual(250)
    for (const pattern of manifest.host_permissions) {
      const host = /^https:\/\/(?:\*\.)?([^/*]+)\/\*$/.exec(pattern)?.[1] ?? pattern
      expect([pattern, listed.has(host)]).toEqual([pattern, true])
    }
    expect(manifest.optional_host_permissions).toEqual(['https://*/*'])
  })

  it('lets no page fetch our files, and loosens no policy', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('content_security_policy')
    expect(manifest).not.toHaveProperty('externally_connectable')
    expect(manifest).not.toHaveProperty('update_url')
  })

  it('says from which browser on it runs', () => {
    const gecko = (manifest.browser_specific_settings as { gecko?: Record<string, unknown> } | undefined)?.gecko
    const least =
      browser === 'firefox'
        ? {
            id: 'tradegloss@tradegloss.org',
            strict_min_version: '146.0',
            data_collection_permissions: { required: ['none'] },
          }
        : { minimum_chrome_version: '137' }
    expect({ ...manifest, ...gecko }).toMatchObject(least)
  })
})

it('every permission is told in PRIVACY.md', () => {
  const privacy = read('PRIVACY.md')
  for (const permission of [...EVERYWHERE, 'sidePanel']) expect(privacy).toContain(`\`${permission}\``)
})

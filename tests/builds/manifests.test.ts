/** What each built manifest asks for and allows: a permission more than these needs a reason here, in PRIVACY.md and in the listing. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtExtension, TARGETS, type Target } from '../../lib/cli/browser/extension.ts'
import { requiredSites } from '../../lib/cli/build/required-sites.ts'
import { read } from '../meta/project.ts'

interface Manifest {
  [key: string]: unknown
  permissions: string[]
  host_permissions: string[]
  content_scripts: { matches: string[] }[]
}

const EVERYWHERE = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage']
const CHROMIUM = { minimum_chrome_version: '137' }
const LEAST: Record<Target, object> = {
  chrome: CHROMIUM,
  edge: CHROMIUM,
  firefox: {
    browser_specific_settings: {
      gecko: {
        id: 'tradegloss@tradegloss.org',
        strict_min_version: '146.0',
        data_collection_permissions: { required: ['none'] },
      },
      // Without it addons.mozilla.org offers nothing to Firefox for Android.
      gecko_android: { strict_min_version: '146.0' },
    },
  },
  safari: { browser_specific_settings: { safari: { strict_min_version: '18.4' } } },
}
const listed = new Set(requiredSites().map(({ host }) => host))

describe.each(TARGETS)('the extension for %s', (browser) => {
  let folder: string
  let manifest: Manifest
  beforeAll(async () => {
    folder = await builtExtension(browser, () => {})
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  }, 300_000)

  it('asks for these permissions, and for no host that is not on the list of news sites, or came with a later release', () => {
    expect(manifest.manifest_version).toBe(3)
    const panel = browser === 'chrome' || browser === 'edge' ? ['sidePanel'] : []
    expect(manifest.permissions.toSorted()).toEqual([...EVERYWHERE, ...panel].toSorted())
    expect(manifest.host_permissions.length).toBeGreaterThanOrEqual(250)
    for (const pattern of manifest.host_permissions) {
      const host = /^https:\/\/(?:\*\.)?([^/*]+)\/\*$/.exec(pattern)?.[1] ?? pattern
      expect([pattern, listed.has(host)]).toEqual([pattern, true])
    }
    expect(manifest.content_scripts.map(({ matches }) => matches)).toEqual([manifest.host_permissions])
    expect(manifest.optional_host_permissions).toEqual(['https://*/*'])
    expect(manifest).not.toHaveProperty('optional_permissions')
  })

  it('lets no page fetch its files or talk to it, and loosens no policy', () => {
    for (const key of ['web_accessible_resources', 'externally_connectable', 'update_url', 'sandbox', 'key'])
      expect(manifest).not.toHaveProperty(key)
    // Without one the browser's own holds, which lets nothing run but the package's files.
    expect(JSON.stringify(manifest.content_security_policy ?? '')).not.toMatch(/unsafe-|https?:|data:|blob:/)
  })

  it('serves private windows with the one background there is', () => expect(manifest.incognito).toBe('spanning'))

  it('says from which browser on it runs, and that it collects nothing', () => {
    const { minimum_chrome_version, browser_specific_settings } = manifest
    expect({ minimum_chrome_version, browser_specific_settings }).toEqual(LEAST[browser])
  })

  it('has every file that its manifest names', () => {
    const named = JSON.stringify(manifest).match(/[\w/-]+\.(?:js|css|html|png|json)\b/g) ?? []
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([])
  })

  it('names with their licences the packages that are in it, and no other', () => {
    const licences = readFileSync(join(folder, 'licences.txt'), 'utf8')
    const heads = licences
      .split('\n————————\n\n')
      .map((each) => /^(\S+) \S+ \(([^)]+)\)\n/.exec(each)?.slice(1).join(' '))
    expect(heads).toEqual([
      '@wxt-dev/browser MIT',
      'compromise MIT',
      'efrt MIT',
      'grad-school MIT',
      'idb ISC',
      'preact MIT',
      'suffix-thumb MIT',
      'webextension-polyfill MPL-2.0',
      'wxt MIT',
    ])
  })
})

it('every permission is told in PRIVACY.md', () => {
  const privacy = read('PRIVACY.md')
  for (const permission of [...EVERYWHERE, 'sidePanel']) expect(privacy).toContain(`\`${permission}\``)
})

/** The build: one manifest for every browser, and the dataset turned into the edition that ships. */

import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { lexiconFiles, readEdition, readEditionFile } from './lib/cli/dataset/package-files.ts'
import { eager } from './lib/cli/build/eager.ts'
import { nameLicences } from './lib/cli/build/licences.ts'
import { minifyTwice } from './lib/cli/build/minify-twice.ts'
import { plainEntry } from './lib/cli/build/plain-entry.ts'
import { requiredSites } from './lib/cli/build/required-sites.ts'
import { shortJsx } from './lib/cli/build/short-jsx.ts'
import { trimPolyfill } from './lib/cli/build/trim-polyfill.ts'
import { SERVICE_LABELS } from './lib/dataset/rules/news-sites.ts'
import { ALL_SITES, matchPattern } from './lib/sites/match.ts'

/** The oldest browsers with everything marks and card need. */
const MINIMUM = { chrome: '137', firefox: '146.0', safari: '18.4' }
const CSS_TARGETS = [`chrome${MINIMUM.chrome}`, `firefox${MINIMUM.firefox}`]

/** Hosts we run on. A temporary build for `npm start -- --allow` adds one. */
function sites(): string[] {
  const allowed = process.env.TRADEGLOSS_ALLOW
  return [...requiredSites(), ...(allowed ? [{ host: allowed, match: 'host' } as const] : [])].map(matchPattern)
}

/** From which version on a browser takes the extension; Firefox for Android takes none that does not name it. */
function leastVersion(browser: string) {
  if (browser === 'firefox') {
    const gecko = {
      id: 'tradegloss@tradegloss.org',
      strict_min_version: MINIMUM.firefox,
      data_collection_permissions: { required: ['none'] },
    }
    return {
      browser_specific_settings: { gecko, gecko_android: { strict_min_version: MINIMUM.firefox } },
    }
  }
  return browser === 'safari'
    ? { browser_specific_settings: { safari: { strict_min_version: MINIMUM.safari } } }
    : { minimum_chrome_version: MINIMUM.chrome }
}

const licences = nameLicences()

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: process.env.TRADEGLOSS_OUTPUT ?? '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  vite: ({ browser }) => ({
    plugins: [preact(), shortJsx(), trimPolyfill(), plainEntry(), minifyTwice(), eager('scout.js'), licences.plugin],
    // Safari alone needs prefixes; the other browsers need not carry them.
    build: { target: 'es2022', cssTarget: browser === 'safari' ? `safari${MINIMUM.safari}` : CSS_TARGETS },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    // Chrome's side panel is a permission; Firefox's sidebar is a key of its own, and Safari has neither.
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'alarms',
      'contextMenus',
      ...(browser === 'chrome' || browser === 'edge' ? ['sidePanel'] : []),
    ],
    host_permissions: sites(),
    commands: {
      next: {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_command_next__',
      },
      previous: {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_command_previous__',
      },
      card: { description: '__MSG_command_card__' },
      site: { description: '__MSG_command_site__' },
      pause: { description: '__MSG_command_pause__' },
      ...(browser === 'safari' ? {} : { panel: { description: '__MSG_command_panel__' } }),
    },
    // Asked for one site at a time, or for all, when the reader says so in the popup.
    optional_host_permissions: [ALL_SITES],
    content_scripts: [
      {
        matches: sites(),
        // Accounts, mail and search of the publishers themselves, below other names and behind a reader's name too.
        exclude_globs: [...SERVICE_LABELS].flatMap((label) =>
          ['', '*.', '*@'].map((before) => `https://${before}${label}.*`),
        ),
        js: ['scout.js'],
        run_at: 'document_idle',
      },
    ],
    // Firefox takes policies without a schema (README, "Policies").
    ...(browser === 'chrome' || browser === 'edge' ? { storage: { managed_schema: 'managed-storage.json' } } : {}),
    // One background for all windows, private ones included where the reader lets us in: what is stored is the same for both.
    incognito: 'spanning',
    ...leastVersion(browser),
  }),
  zip: {
    artifactTemplate: 'tradegloss-{{version}}-{{browser}}.zip',
    sourcesTemplate: 'tradegloss-{{version}}-sources.zip',
    // What a build is made of, and how it is made: Mozilla's reviewers build it again.
    includeSources: [
      '{components,entrypoints,lib,public}/**',
      '{package,package-lock,tsconfig,tsconfig.base,tsconfig.pure}.json',
      'wxt.config.ts',
      '.npmrc',
      'README.md',
      'LICENSE',
      'PRIVACY.md',
    ],
  },
  hooks: {
    'build:done': ({ config }) => licences.write(config.outDir),
    // The Data Package is the source; what ships is the edition made of it, in one file, and its lexicons.
    'build:publicAssets': async (_, files) => {
      const shipped = files.filter(({ relativeDest }) => !relativeDest.startsWith('dataset'))
      const lexicons = lexiconFiles(await readEdition())
      files.splice(
        0,
        files.length,
        ...shipped,
        { relativeDest: 'edition.json', contents: JSON.stringify(await readEditionFile()) },
        ...lexicons.map(({ path, text }) => ({ relativeDest: path, contents: text })),
      )
    },
  },
})

/** Reads what the options page shows: settings, policy, words, sites, shortcuts, and names from the edition in use. */

import type { ListedSite, OptionsView, Shortcut } from '../../components/options/options-view.ts'
import { economyNames } from '../../lib/dataset/economies.ts'
import { loadEdition } from '../../lib/dataset/edition.ts'
import type { Edition } from '../../lib/dataset/types.ts'
import { localised } from '../../lib/dataset/localised.ts'
import { localeOf, type Locale } from '../../lib/dataset/locales.ts'
import { readBundled } from '../../lib/editions/bundled.ts'
import { readSlot } from '../../lib/editions/store.ts'
import { commandInWords } from '../../lib/i18n/commands.ts'
import { loadInterface, type Interface } from '../../lib/i18n/interface.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import { browser } from '../../lib/platform/browser.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { readPolicyReport } from '../../lib/settings/policy.ts'
import { readStored } from '../../lib/settings/store.ts'
import { withPolicy } from '../../lib/settings/with-policy.ts'
import { readAdded } from '../../lib/sites/added.ts'
import { matchPattern } from '../../lib/sites/match.ts'
import { listedPatterns } from '../../lib/sites/scripts.ts'

/** All but what the page itself remembers. */
export type Known = Omit<OptionsView, 'problem' | 'preview' | 'done'>

type Named = Pick<Known, 'economies' | 'entries' | 'listed'>
const NOBODY: Named = { economies: {}, entries: {}, listed: [] }

/** The edition in use; the bundled one where none is stored whole. Null where neither can be read. */
async function readEdition(): Promise<Edition | null> {
  const stored = await readSlot('current').catch(() => null)
  const text = stored?.text ?? (await readBundled())
  const loaded = loadEdition(text)
  return loaded.ok ? loaded.edition : null
}

/** Names of the edition in a locale. A site counts as listed by the manifest alone: no edition adds one. */
function namesOf({ tables }: Edition, locale: Locale): Named {
  const patterns = new Set(listedPatterns())
  const { nameOf } = localised(tables, locale)
  const listed: ListedSite[] = tables['news-sites'].filter((site) => patterns.has(matchPattern(site)))
  return {
    economies: economyNames(tables, locale),
    entries: Object.fromEntries(tables.entries.map((entry) => [entry.id, nameOf(entry)])),
    listed: listed.map(({ host, name, lang }) => ({ host, name, lang })),
  }
}

async function readShortcuts(t: Translate): Promise<Shortcut[]> {
  // Firefox for Android has no commands.
  const commands = (await browser.commands?.getAll()) ?? []
  return commands.map(({ name = '', description = '', shortcut }) => ({
    does: name === '_execute_action' ? '' : commandInWords(name, description, t),
    keys: shortcut ?? '',
  }))
}

/** The words in a language are read once; so is the edition, of which the page asks names only. */
let words: { language: Settings['language']; loaded: Interface } | null = null
let edition: Promise<Edition | null> | null = null

/** Reads all of it anew. With `isQuick` names of the edition are left out, so that the page is there at once. */
export async function readKnown(isQuick: boolean): Promise<Known> {
  const [{ own, policy: mirror }, { policy, ignored }, added] = await Promise.all([
    readStored(),
    readPolicyReport(),
    readAdded(),
  ])
  const settings = withPolicy(own, mirror)
  const { language } = settings
  if (words?.language !== language) words = { language, loaded: await loadInterface(language) }
  const { t, locale, numbers } = words.loaded
  const shortcuts = await readShortcuts(t)
  edition ??= isQuick ? null : readEdition()
  const whole = isQuick ? null : await edition
  const browserLocale = localeOf(browser.i18n.getUILanguage())
  const named = whole === null ? NOBODY : namesOf(whole, locale)
  return { settings, own, policy, ignored, t, locale, numbers, browserLocale, added, shortcuts, ...named }
}

/** Another edition came into use: its names are read anew. */
export function forgetEdition(): void {
  edition = null
}

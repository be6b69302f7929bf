/** What the options page is given: all that it shows, and all that a reader can do on it. */

import type { ComponentChildren } from 'preact'
import type { Locale } from '../../lib/dataset/locales.ts'
import type { MessageKey, Translate } from '../../lib/i18n/t.ts'
import type { OwnKey, OwnSettings } from '../../lib/settings/change.ts'
import type { NotThis, Settings } from '../../lib/settings/definition.ts'
import type { Policy } from '../../lib/settings/policy-definition.ts'
import type { AddedSites } from '../../lib/sites/added.ts'

/** A host of the bundled list. */
export interface ListedSite {
  host: string
  name: string
  /** BCP 47 language of the site. */
  lang: string
}

export interface Shortcut {
  /** What it does, in words; '' for opening the popup. */
  does: string
  /** As the browser writes it, '' where none is set. */
  keys: string
}

/** What stands at the foot of the page after something was done. */
export interface Done {
  text: string
  undo: (() => void) | null
}

/** A file that was read and waits for the reader's word. */
export interface Preview {
  settings: Partial<OwnSettings>
  /** What it would change of the reader's own settings. */
  changes: OwnKey[]
}

export interface OptionsView {
  /** As they hold: the organisation's, else the reader's. */
  settings: Settings
  /** The reader's own. */
  own: Settings
  policy: Policy
  /** Keys of the policy that cannot be used. */
  ignored: readonly string[]
  t: Translate
  locale: Locale
  /** BCP 47 locale for numbers, dates and order. */
  numbers: string
  /** Locale that the browser's language means. */
  browserLocale: Locale
  /** Names in the interface's language, by code. */
  economies: Readonly<Record<string, string>>
  listed: readonly ListedSite[]
  added: AddedSites
  /** Titles of entries named in "not this", by id. */
  entries: Readonly<Record<string, string>>
  shortcuts: readonly Shortcut[]
  /** What is wrong with the file that was last chosen, in words, or null. */
  problem: string | null
  preview: Preview | null
  done: Done | null
}

export interface OptionsActions {
  onChange<Key extends OwnKey>(key: Key, to: (now: Settings[Key]) => Settings[Key]): void
  onSiteOn(host: string): void
  onRemoveSite(pattern: string): void
  onRemoveNotThis(item: NotThis): void
  onChangeShortcuts(): void
  onExport(): void
  onFile(file: File): void
  onApply(): void
  onCancel(): void
  onReset(): void
  onDismiss(): void
}

export interface PartProps {
  view: OptionsView
  actions: OptionsActions
}

export interface OptionsProps extends PartProps {
  /** The dataset's part and the network log, which have drivers of their own. */
  dataset: ComponentChildren
  log: ComponentChildren
  /** Requests that the log keeps at most. */
  mostLogged: number
}

/** The sections in their order; the key is what comes after `#` in an address. */
export const SECTIONS = {
  marks: 'options_marks_title',
  cards: 'options_cards_title',
  sites: 'options_sites_title',
  'not-this': 'options_not_this_title',
  shortcuts: 'options_shortcuts_title',
  dataset: 'options_data_title',
  log: 'options_log_title',
  backup: 'options_backup_title',
  organisation: 'options_policy_title',
} as const satisfies Record<string, MessageKey>

/** Interface texts: a function from key and values to words, made from a catalogue. */

import type english from '../../public/_locales/en/messages.json'
import { pluralForm, type PluralForm } from './plural.ts'

type CatalogueKey = keyof typeof english

/** A message with a `{count}`: the catalogue has it once for each form that its language needs, under `KEY_one` and `KEY_other`. */
export type CountedKey = CatalogueKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never

/** A message that reads the same whatever its numbers. */
export type MessageKey = Exclude<CatalogueKey, `${CountedKey}_${PluralForm}`>

/** Raw texts by key; a key that is missing is shown as it is, instead of nothing. */
export type Messages = Readonly<Record<string, string>>

type Values = Readonly<Record<string, string | number>>

/** Fills `{name}` placeholders of a message. Numbers are written in the reader's way, and `count` picks the plural form. */
export interface Translate {
  (key: MessageKey, values?: Values): string
  (key: CountedKey, values: Values & { count: number }): string
}

/** `locale` (BCP 47) is that of the texts; it writes their numbers and tells their plural forms. */
export const createTranslate =
  (messages: Messages, locale: string): Translate =>
  (key: string, values: Values = {}) => {
    const { count } = values
    const text = messages[typeof count === 'number' ? `${key}_${pluralForm(count, locale)}` : key] || key
    return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole
      return typeof value === 'number' ? value.toLocaleString(locale) : value
    })
  }

/** The texts of a catalogue file as browsers want it. */
export const messagesOf = (catalogue: Record<string, { message: string }>): Messages =>
  Object.fromEntries(Object.entries(catalogue).map(([key, { message }]) => [key, message]))

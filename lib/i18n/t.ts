/** Interface texts: a function from key and values to words, made from a catalogue. */

import type english from '../../public/_locales/en/messages.json'

export type MessageKey = keyof typeof english

/** Raw texts by key; a key that is missing is shown as it is, instead of nothing. */
export type Messages = Readonly<Record<string, string>>

/** Fills `{name}` placeholders of a message. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string

export const createTranslate =
  (messages: Messages): Translate =>
  (key, values = {}) =>
    (messages[key] || key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** The texts of a catalogue file as browsers want it. */
export const messagesOf = (catalogue: Record<string, { message: string }>): Messages =>
  Object.fromEntries(Object.entries(catalogue).map(([key, { message }]) => [key, message]))

/** Interface texts: a function from key and values to words, made from whatever holds the messages. */

import type messages from '../../public/_locales/en/messages.json'

export type MessageKey = keyof typeof messages

/** Fills `{name}` placeholders of a message. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string>>) => string

/** `messageOf` returns the raw text of a key ('' where there is none, which shows the key instead of nothing). */
export const createTranslate =
  (messageOf: (key: MessageKey) => string): Translate =>
  (key, values = {}) =>
    (messageOf(key) || key).replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

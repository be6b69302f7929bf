/** English words for the command line, from the catalogue that the extension ships. */

import { readFile } from 'node:fs/promises'
import type { Wording } from '../../card/in-words.ts'
import { createTranslate, messagesOf } from '../../i18n/t.ts'

const CATALOGUE = new URL('../../../public/_locales/en/messages.json', import.meta.url)

/** `economies` are names inside a sentence, by code. Rejects where the catalogue cannot be read. */
export async function englishWording(economies: Record<string, string>): Promise<Wording> {
  const messages = JSON.parse(await readFile(CATALOGUE, 'utf8')) as Record<string, { message: string }>
  return { t: createTranslate(messagesOf(messages), 'en-GB'), locale: 'en-GB', economies }
}

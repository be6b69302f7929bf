/** What the commands of the manifest do, in the interface's language; browsers tell it in their own. */

import type { MessageKey, Translate } from './t.ts'

const WORDS: Partial<Record<string, MessageKey>> = {
  next: 'command_next',
  previous: 'command_previous',
  card: 'command_card',
  site: 'command_site',
  pause: 'command_pause',
  panel: 'command_panel',
}

/** A command in words, by its name in the manifest; `told` is what the browser calls it. */
export const commandInWords = (name: string, told: string, t: Translate): string => {
  const key = WORDS[name]
  return key === undefined ? told || name : t(key)
}

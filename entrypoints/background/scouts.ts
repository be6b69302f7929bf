/** Answers scouts: how things stand for their page, and whether its texts hold a mention, for which the content script is brought. */

import { findIn } from '../../lib/detect/finding.ts'
import { articleLanguage } from '../../lib/detect/language.ts'
import { readPointer } from '../../lib/editions/read.ts'
import type { ToBackground } from '../../lib/messaging/protocol.ts'
import type { Handlers } from '../../lib/messaging/server.ts'
import type { Runtime } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { isOnAt } from '../../lib/settings/site.ts'
import { readSettings } from '../../lib/settings/store.ts'
import { CONTENT_SCRIPT, injectInto } from '../../lib/sites/scripts.ts'
import { lexiconOf } from './find.ts'

/** Brings the content script to the page that asked. Rejects where it is in no tab, or the browser does not let us. */
async function bringTo({ tab, documentId }: Runtime.MessageSender & { documentId?: string }): Promise<void> {
  if (tab?.id === undefined) throw new Error('a page in no tab')
  await injectInto(tab.id, CONTENT_SCRIPT, documentId)
}

/** `onLacking` hears that there is no edition, or (`isUnreadable`) none that can be searched with. */
export const scoutHandlers = (
  onLacking: (isUnreadable: boolean) => void,
): Pick<Handlers<ToBackground>, 'page.begin' | 'texts.scout'> => ({
  'page.begin': async (_, { url = '' }) => {
    const [settings, pointer] = await Promise.all([readSettings(), readPointer()])
    if (pointer === null) onLacking(false)
    return { isOn: isOnAt(settings, new URL(url).hostname), hasEdition: pointer !== null }
  },
  'texts.scout': async ({ texts, ...words }, sender) => {
    const [pointer, language] = [await readPointer(), articleLanguage(words)]
    const lexicon = pointer && (await lexiconOf(pointer, language).catch(() => null))
    if (lexicon === null) {
      onLacking(pointer !== null)
      throw new Error(`no lexicon in ${language}`)
    }
    // What is doubtful counts: the content script has it looked at. What vouches for others may do so on the rest of the page.
    const page = { lead: `${words.headline}\n${words.lead}`, strong: new Set<never>() }
    const found = findIn(lexicon, texts, page, () => undefined, noting('scout')).filter((each) => each !== null)
    if (found.some(({ mentions, strong }) => mentions.length + strong.length > 0)) await bringTo(sender)
    return { isDoubtful: found.some(({ isDoubtful }) => isDoubtful), language }
  },
})

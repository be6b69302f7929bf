/** Sending messages: a reply, or null where nobody answered or the extension is gone. Never throws. */

import { browser } from '../platform/browser.ts'
import type { Message, Reply, ToBackground, ToPage } from './protocol.ts'

/** Asks the background. Null where it is asleep for good, refused, or the extension was removed. */
export async function askBackground<Key extends keyof ToBackground>(
  message: Message<ToBackground, Key>,
): Promise<Reply<ToBackground, Key> | null> {
  try {
    return ((await browser.runtime.sendMessage(message)) as Reply<ToBackground, Key> | undefined) ?? null
  } catch {
    return null
  }
}

/**
 * Asks the background up to so many times, the second time after `againMs`, and each time after twice as long: a browser may
 * be starting. Null where nobody answers at last, or before `signal` aborts.
 */
export async function askAgain<Key extends keyof ToBackground>(
  message: Message<ToBackground, Key>,
  { tries, againMs, signal }: { tries: number; againMs: number; signal?: AbortSignal },
): Promise<Reply<ToBackground, Key> | null> {
  for (let tried = 1, waitMs = againMs; ; tried++, waitMs *= 2) {
    const reply = await askBackground(message)
    if (reply !== null || tried === tries || signal?.aborted) return reply
    // Not by `wait`: 40 bytes more in the scripts of a page.
    await new Promise((again) => setTimeout(again, waitMs))
    if (signal?.aborted) return null
  }
}

/** Asks what runs of ours in a tab. Null where nothing does, or what does has no answer. */
export async function askPage<Key extends keyof ToPage>(
  tabId: number,
  message: Message<ToPage, Key>,
): Promise<Reply<ToPage, Key> | null> {
  try {
    return ((await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) as Reply<ToPage, Key> | undefined) ?? null
  } catch {
    return null
  }
}

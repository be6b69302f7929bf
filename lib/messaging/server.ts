/** Receiving messages: sender and shape are checked here, for every receiver, before a handler sees anything. */

import { CATEGORIES, LANGUAGES, type Category, type Language } from '../detect/types.ts'
import { isPointer } from '../editions/keys.ts'
import { browser, type Runtime } from '../platform/browser.ts'
import { isRecord } from '../unknown/record.ts'
import {
  MAX_ENTRY,
  MAX_FILE,
  MAX_NAME,
  MAX_PASSAGE,
  MAX_PASSAGES,
  MAX_SELECTION,
  MAX_SITES,
  MAX_TAGS,
  MAX_TEXT,
  MAX_TEXTS,
  type Message,
  type PassageQuestion,
  type Reply,
  type ToBackground,
  type ToPage,
} from './protocol.ts'

export type Handlers<Map> = {
  [Key in keyof Map]: (
    message: Message<Map, Key>,
    sender: Runtime.MessageSender,
  ) => Reply<Map, Key> | Promise<Reply<Map, Key>>
}
type Shapes<Map> = { [Key in keyof Map]: (message: Record<string, unknown>) => boolean }

const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0

function isQuestion(value: unknown): value is PassageQuestion {
  if (!isRecord(value)) return false
  const { text, start, end } = value
  return (
    typeof text === 'string' &&
    text.length <= MAX_PASSAGE &&
    isOffset(start) &&
    isOffset(end) &&
    start < end &&
    end <= text.length
  )
}

const isListOf = (list: unknown, most: number, isOne: (value: unknown) => boolean): boolean =>
  Array.isArray(list) && list.length <= most && list.every(isOne)

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= MAX_TEXT
const isLanguage = (value: unknown): boolean => LANGUAGES.includes(value as Language)
const isCategory = (value: unknown): boolean => CATEGORIES.includes(value as Category)

const isName = (value: unknown): boolean => typeof value === 'string' && value.length <= MAX_NAME

const areTexts = ({ texts, headline, lead, declared }: Record<string, unknown>): boolean =>
  isListOf(texts, MAX_TEXTS, isText) && isText(headline) && isText(lead) && isListOf(declared, MAX_TAGS, isName)

const TO_BACKGROUND: Shapes<ToBackground> = {
  'page.begin': () => true,
  'texts.scout': areTexts,
  'texts.find': ({ pointer, topics, looks, ...question }) =>
    isPointer(pointer) && areTexts(question) && isListOf(topics, CATEGORIES.length, isCategory) && isOffset(looks),
  'text.ask': ({ pointer, language, text }) =>
    isPointer(pointer) && isLanguage(language) && typeof text === 'string' && text.length <= MAX_SELECTION,
  'numbers.read': ({ pointer, language, passages }) =>
    isPointer(pointer) && isLanguage(language) && isListOf(passages, MAX_PASSAGES, isQuestion),
  'panel.open': ({ entry, economy, articleDate }) =>
    typeof entry === 'string' &&
    entry.length <= MAX_ENTRY &&
    isName(economy) &&
    (articleDate === null || isName(articleDate)),
  'page.changed': () => true,

  'sites.add': ({ patterns }) => isListOf(patterns, MAX_SITES, isName),

  'update.status': () => true,
  'update.check': () => true,
  'update.file': ({ text, name }) => typeof text === 'string' && text.length <= MAX_FILE && isName(name),
  'update.accept': ({ sha256, isUnsigned }) => isName(sha256) && typeof isUnsigned === 'boolean',
  'update.dismiss': () => true,
  'update.rollback': () => true,
  'update.bundled': () => true,
  'update.key': ({ url }) => isName(url),
  'update.trust': ({ publicKey, feed }) => isName(publicKey) && isName(feed),
  'update.distrust': ({ publicKey }) => isName(publicKey),
}

/** Only our own pages decide on sites and dataset: a content script shares its process with a page, which may be taken over. */
const mayAsk = (type: string, { url }: Runtime.MessageSender): boolean =>
  !/^(?:sites|update)\./.test(type) || (url ?? '').startsWith(browser.runtime.getURL(''))

const TO_PAGE: Shapes<ToPage> = {
  'page.state': () => true,
  'page.mentions': () => true,
  'page.report': () => true,
  'page.show': ({ index }) => isOffset(index),
  'page.next': () => true,
  'page.previous': () => true,
  'page.toggle': () => true,
  'page.explain': ({ text }) => typeof text === 'string' && text.length <= MAX_SELECTION,
}

/** Listens until the returned function is called. Messages of other senders or shapes are left unanswered. */
function serve<Map>(
  shapes: Shapes<Map>,
  handlers: Partial<Handlers<Map>>,
  isAllowed?: (type: string, sender: Runtime.MessageSender) => boolean,
): () => void {
  const listener = (
    message: unknown,
    sender: Runtime.MessageSender,
    sendResponse: (reply: unknown) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id || !isRecord(message)) return undefined
    const { type } = message
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type) || isAllowed?.(type, sender) === false)
      return undefined
    const key = type as keyof Map
    const handle = handlers[key]
    if (handle === undefined || !shapes[key](message)) return undefined
    // At once, while a click behind it still counts; one that throws is answered like one that rejects.
    new Promise((resolve) => resolve(handle(message as Message<Map, typeof key>, sender))).then(sendResponse, () =>
      sendResponse(null),
    )
    return true
  }
  // The polyfill's types know the promise style only; sendResponse with `true` works in both browsers and in tests.
  browser.runtime.onMessage.addListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0])
  return () =>
    browser.runtime.onMessage.removeListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0])
}

/** Answers every message to the background. Returns what stops it. */
export const serveBackground = (handlers: Handlers<ToBackground>): (() => void) =>
  serve(TO_BACKGROUND, handlers, mayAsk)
/** Answers the messages to a page that `handlers` has; the others are left to whoever else runs there. Returns what stops it. */
export const servePage = (handlers: Partial<Handlers<ToPage>>): (() => void) => serve(TO_PAGE, handlers)

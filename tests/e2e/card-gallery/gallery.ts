/** A page in a plain Chromium that shows any card of the bundled dataset, for axe and for pictures. */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import type { Browser, Page } from 'puppeteer-core'
import { build } from 'vite'
import type { CardRequest } from '../../../lib/card/request.ts'
import type { Wording } from '../../../lib/card/in-words.ts'
import { compileCard } from '../../../lib/card/compile.ts'
import { launchChromium } from '../../../lib/cli/browser/chromium.ts'
import { readEdition } from '../../../lib/cli/dataset/package-files.ts'
import { languageOfLocale, catalogueFolder } from '../../../lib/dataset/locales.ts'
import type { Edition, Locale } from '../../../lib/dataset/types.ts'
import { cardFacts } from '../../../lib/dataset/facts.ts'
import { lexiconSource } from '../../../lib/dataset/lexicon-source.ts'
import { compileLexicon } from '../../../lib/detect/compile.ts'
import { detect } from '../../../lib/detect/detect.ts'
import { reasonOf } from '../../../lib/card/reason.ts'
import { loadLexicon, type Lexicon } from '../../../lib/detect/lexicon.ts'
import { wordingOf } from '../../../lib/editions/cards.ts'
import { messagesOf, type Messages } from '../../../lib/i18n/t.ts'
import type { Exhibit } from './client.tsx'

const TODAY = '2026-11-21'

/** The browser's part in one classic script. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('client.tsx', import.meta.url)), formats: ['iife'], name: 'gallery' },
    },
  })
  const [output] = Array.isArray(result) ? result : []
  const chunk = output?.output[0]
  if (chunk?.type !== 'chunk') throw new Error('The gallery was not bundled.')
  return chunk.code
}

export interface Gallery {
  browser: Browser
  page: Page
  /** Shows the card of an entry, in English unless told; `longer` makes every text that much longer, as a translation may be. */
  show(
    entry: string,
    about?: Partial<Omit<Exhibit, 'locale'> & { about: Partial<CardRequest>; longer: number; locale: Locale }>,
  ): Promise<void>
  close(): Promise<void>
}

/** So much longer, with words that a browser may break between, and one that it may not. */
const stretched = (text: string, longer: number): string => {
  const more = 'Beispielwörter und Wortzusammensetzungen '
  return (
    text + ' ' + more.repeat(Math.ceil((text.length * (longer - 1)) / more.length)).slice(0, text.length * (longer - 1))
  )
}

function stretch<Value>(value: Value, longer: number): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => stretch(each, longer)) as Value
  if (typeof value !== 'object' || value === null) return value
  const isText = (key: string, of: unknown): of is string =>
    typeof of === 'string' && ['text', 'sentence', 'past', 'standing', 'title', 'party'].includes(key)
  return Object.fromEntries(
    Object.entries(value).map(([key, of]) => [key, isText(key, of) ? stretched(of, longer) : stretch(of, longer)]),
  ) as Value
}

/** What cards of one language are made with. */
interface Spoken {
  messages: Messages
  wording: Wording
  lexicon: Lexicon
}

async function speak(edition: Edition, locale: Locale): Promise<Spoken> {
  const file = new URL(`../../../public/_locales/${catalogueFolder(locale)}/messages.json`, import.meta.url)
  const messages = messagesOf(JSON.parse(await readFile(file, 'utf8')) as Record<string, { message: string }>)
  return {
    messages,
    wording: wordingOf(edition, locale, messages, locale === 'en' ? 'en-GB' : locale),
    lexicon: loadLexicon(compileLexicon(lexiconSource(edition.tables), languageOfLocale(locale))),
  }
}

export async function openGallery(): Promise<Gallery> {
  const [edition, script] = await Promise.all([readEdition(), bundle()])
  const languages = new Map<Locale, Promise<Spoken>>()
  const spoken = (locale: Locale): Promise<Spoken> => {
    const known = languages.get(locale) ?? speak(edition, locale)
    languages.set(locale, known)
    return known
  }
  const browser = await launchChromium({ headless: true })
  const page = await browser.newPage()
  await page.setContent('<!doctype html><html lang="en"><title>Cards</title><body style="margin:0"></body></html>')
  await page.evaluate(script)
  return {
    browser,
    page,
    async show(entry, { about = {}, longer = 1, locale = 'en', ...exhibit } = {}) {
      const row = edition.tables.entries.find(({ id }) => id === entry)
      if (!row) throw new Error(`no entry ${entry}`)
      const { messages, wording, lexicon } = await spoken(locale)
      const stored = compileCard(cardFacts(edition, row, locale), wording, (text) =>
        detect(lexicon, text).map(({ start, end, entry: of }) => [start, end, of]),
      )
      const isLonger = longer > 1
      const shown: Exhibit = {
        stored: isLonger ? stretch(stored, longer) : stored,
        request: { economy: 'JPN', articleDate: '2026-01-09', today: TODAY, number: null, ...about },
        messages: isLonger
          ? Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, stretched(text, longer)]))
          : messages,
        locale: wording.locale,
        economies: wording.economies as Record<string, string>,
        theme: 'light',
        reason: reasonOf(
          { text: 'rare earths', term: 'rare earths', rule: 'case needs:supply not:music', confidence: 0.95 },
          wording.t,
          wording.locale,
        ),
        open: null,
        canGoBack: false,
        isUnsigned: false,
        isOpened: false,
        ...exhibit,
      }
      await page.evaluate(`show(${JSON.stringify(shown)})`)
    },
    close: () => browser.close(),
  }
}

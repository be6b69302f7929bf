/** Turns what a person hands to `npm start` into a page with an address: saved HTML, plain text, or a URL. Node only. */

import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { htmlText } from '../../card/html-text.ts'
import { guessLanguage } from '../../detect/language.ts'
import { paragraphsOf } from '../../detect/wrapped.ts'
import { isOnSites, type Site } from '../../sites/match.ts'
import { decode } from '../text/decode.ts'
import { withLineFeeds } from '../text/line-ends.ts'

/** Where pages are served that name no listed address of their own. */
export const DEFAULT_ADDRESS = 'https://www.reuters.com/tradegloss/article/'

export interface NewsPage {
  /** Shown to people: the file's name or the URL. */
  name: string
  address: string
  /** Null where the page is to be loaded from the network. */
  html: string | null
}

/** What still breaks an unwrapped paragraph between Chinese or Japanese characters; a page would show a space there. */
const BREAK_WITHOUT_SPACE = /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])\n(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/gu

/** The paragraphs of a plain text, where `annotate` too takes them to end, each on one line. */
const linesOf = (given: string): string[] =>
  [...paragraphsOf(withLineFeeds(given).text)]
    .map(({ text }) => text.replace(BREAK_WITHOUT_SPACE, '').trim())
    .filter((line) => line !== '')

/** A plain text as an article: its paragraphs, its language guessed, its first paragraph the headline. */
export function articleOf(text: string): string {
  const paragraphs = linesOf(text)
  const title = (paragraphs[0] ?? '').slice(0, 120)
  const style =
    "body{max-width:680px;margin:0 auto;padding:40px 24px 160px;background:#fff;color:#191919;font:18px/1.65 Georgia,'Noto Serif CJK JP',serif}"
  return `<!doctype html><html lang="${guessLanguage(text)}"><head><meta charset="utf-8"><title>${htmlText(title)}</title><style>${style}</style></head><body><article>${paragraphs.map((paragraph) => `<p>${htmlText(paragraph)}</p>`).join('\n')}</article></body></html>`
}

/**
 * The page's own address as a browser asks for it, without a fragment: its canonical link, else its og:url; relative ones
 * say nothing.
 */
export function canonicalOf(html: string): string | null {
  const tags = [/<link[^>]+rel=["']?canonical["']?[^>]*>/i, /<meta[^>]+property=["']?og:url["']?[^>]*>/i].map(
    (tag) => tag.exec(html)?.[0] ?? '',
  )
  const addresses = tags.map((tag) => {
    const [, , quoted, bare] = /\s(?:href|content)\s*=\s*(?:(["'])(.*?)\1|([^\s"'>]+))/i.exec(tag) ?? []
    return (quoted ?? bare ?? '').replaceAll('&amp;', '&').replace(/^\/\//, 'https://')
  })
  const address = addresses.find((each) => URL.canParse(each))
  if (address === undefined) return null
  const url = new URL(address)
  url.hash = ''
  return url.href
}

/**
 * Where a page is served: at its own address where that is listed, else at {@link DEFAULT_ADDRESS}. Old pages name theirs
 * with http; the same site answers with https today, and the extension runs on nothing else.
 */
export function addressOf(html: string, sites: readonly Site[]): string {
  const own = canonicalOf(html)?.replace(/^http:/, 'https:') ?? ''
  return isOnSites(own, sites) ? own : DEFAULT_ADDRESS
}

/** States the article's date before anything else in the page does, for `--date`. */
const dated = (html: string, date: string) => {
  const meta = `<meta property="article:published_time" content="${date}">`
  const head = /<head(?=[\s>])[^>]*>/i
  return head.test(html) ? html.replace(head, (tag) => tag + meta) : meta + html
}

/** What may be meant for an address where there is no such file: "www.reuters.com/world", "ftp://…", not "article.txt". */
const LIKE_ADDRESS = /^[a-z]+:\/\/|^(?:[a-z0-9-]+\.)+(?!(?:txt|x?html?)$)[a-z]{2,}(?:\/|$)/i

/** Reads a file as a page on a listed site. Rejects with one clear line where it cannot be read. */
export async function pageOfFile(path: string, sites: readonly Site[], date?: string): Promise<NewsPage> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EISDIR') throw new Error(`${path} is a folder, not a file.`, { cause: error })
    const hint = LIKE_ADDRESS.test(path) ? ' An address begins with https://.' : ''
    throw new Error(
      code === 'ENOENT' ? `There is no file ${path}.${hint}` : `The file ${path} cannot be read (${code}).`,
      { cause: error },
    )
  }
  const isText = extname(path).toLowerCase() === '.txt'
  const source = decode(bytes, path, isText ? 'text' : 'HTML')
  const html = isText ? articleOf(source) : source
  return {
    name: path,
    address: isText ? DEFAULT_ADDRESS : addressOf(html, sites),
    html: date ? dated(html, date) : html,
  }
}

/** How a page from the network is opened. */
interface FromNetwork {
  /** `--date`. */
  date: string | undefined
  /** `--allow`. */
  isAllowed: boolean
}

/** A page of the network, which states its own date. Throws an Error on one line where it cannot be opened so. */
export function pageOfUrl(address: string, sites: readonly Site[], { date, isAllowed }: FromNetwork): NewsPage {
  if (!URL.canParse(address)) throw new Error(`${address} is no address.`)
  if (new URL(address).protocol === 'http:') throw new Error(`${address}: the extension runs on https only.`)
  if (date !== undefined) throw new Error(`${address}: --date is for files; a page of the network states its own date.`)
  if (!isOnSites(address, sites) && !isAllowed)
    throw new Error(
      `${new URL(address).hostname} is not on the list of news sites; add --allow to run on it in a temporary build.`,
    )
  return { name: address, address, html: null }
}

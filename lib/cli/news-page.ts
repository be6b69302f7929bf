/** Turns what a person hands to `npm start` into a page with an address: saved HTML, plain text, or a URL. Node only. */

import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { guessLanguage } from '../detect/language.ts'
import { isOnSites, type Site } from '../sites/match.ts'

/** Where pages are served that name no listed address of their own. */
export const DEFAULT_ADDRESS = 'https://www.reuters.com/tradegloss/article/'

export interface NewsPage {
  /** Shown to people: the file's name or the URL. */
  name: string
  address: string
  /** Null where the page is to be loaded from the network. */
  html: string | null
}

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** A plain text as an article: its paragraphs, its language guessed, its first line the headline. */
export function articleOf(text: string): string {
  const paragraphs = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const title = (paragraphs[0] ?? '').slice(0, 120)
  const style =
    "body{max-width:680px;margin:0 auto;padding:40px 24px 160px;background:#fff;color:#191919;font:18px/1.65 Georgia,'Noto Serif CJK JP',serif}"
  return `<!doctype html><html lang="${guessLanguage(text)}"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${style}</style></head><body><article>${paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')}</article></body></html>`
}

/** The page's own address: its canonical link, else its og:url; relative ones say nothing. */
export function canonicalOf(html: string): string | null {
  const tags = [/<link[^>]+rel=["']?canonical["']?[^>]*>/i, /<meta[^>]+property=["']og:url["'][^>]*>/i].map(
    (tag) => tag.exec(html)?.[0] ?? '',
  )
  const addresses = tags.map(
    (tag) => /(?:href|content)=["']([^"']+)["']/i.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '',
  )
  return addresses.find((address) => URL.canParse(address)) ?? null
}

/** Puts the article's date where a page states it, for `--date`. */
const dated = (html: string, date: string) => {
  const meta = `<meta property="article:published_time" content="${date}">`
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + meta) : meta + html
}

/** Reads a file as a page on a listed site. Rejects with one clear line where it cannot be read. */
export async function pageOfFile(path: string, sites: readonly Site[], date?: string): Promise<NewsPage> {
  let source: string
  try {
    source = await readFile(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new Error(code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read (${code}).`, {
      cause: error,
    })
  }
  const isText = extname(path).toLowerCase() === '.txt'
  const html = isText ? articleOf(source) : source
  const own = isText ? null : canonicalOf(html)
  return {
    name: path,
    address: own && isOnSites(own, sites) ? own : DEFAULT_ADDRESS,
    html: date ? dated(html, date) : html,
  }
}

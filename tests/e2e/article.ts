/** The sample article of `npm start`, written by us: what the end-to-end tests read. */

import { readFileSync } from 'node:fs'

export const SAMPLE = readFileSync(new URL('../../lib/cli/sample-article.html', import.meta.url), 'utf8')

/** A page of ours around paragraphs, on an address of its own. */
export const pageOf = (body: string, { lang = 'en', date = '2026-01-09', head = '' } = {}): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Test</title><meta property="article:published_time" content="${date}">${head}</head><body>${body}</body></html>`

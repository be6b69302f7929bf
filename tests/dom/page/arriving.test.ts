/** The article that a page shows by now, whatever its router leaves behind. */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { Arriving } from '../../../lib/page/arriving.ts'

const OLD_HEAD =
  '<meta property="og:title" content="Old headline"><meta property="article:published_time" content="2010-10-12">'

const show = (head: string, body: string) => {
  document.head.innerHTML = head
  document.body.innerHTML = body
}

afterEach(() => vi.useRealTimers())

/** What was read of an article under the old head, whose page then got another address and shows `head` and `body`. */
function afterNavigation(head: string, body: string, isOther = true): Arriving {
  show(OLD_HEAD, '<h1>Old headline</h1>')
  const arriving = new Arriving(document)
  expect(arriving.read()).toMatchObject({ headline: 'Old headline', date: '2010-10-12' })
  arriving.turned(isOther)
  show(head, body)
  return arriving
}

describe('the article after a navigation without loading', () => {
  it('is the one that the metadata tell of, where they follow', () => {
    const head =
      '<meta property="og:title" content="New headline"><meta property="article:published_time" content="2026-01-07">'
    const article = afterNavigation(head, '<h1>New headline</h1>').read()
    expect(article).toMatchObject({ headline: 'New headline', date: '2026-01-07' })
  })

  it('is the one that is seen, where the router leaves the metadata of the page before', () => {
    const arriving = afterNavigation(OLD_HEAD, '<h1>New headline</h1><time datetime="2026-01-07"></time>')
    expect(arriving.read()).toMatchObject({ headline: 'New headline', date: '2026-01-07' })
    // And so is the third.
    arriving.turned(true)
    show(OLD_HEAD, '<h1>Newest headline</h1>')
    expect(arriving.read()).toMatchObject({ headline: 'Newest headline', date: null })
  })

  it('is the one that the metadata tell of, where the reader goes back to it under metadata that were never others', () => {
    const arriving = afterNavigation(OLD_HEAD, '<h1>New headline</h1>')
    expect(arriving.read().date).toBe(null)
    arriving.turned(true)
    show(OLD_HEAD, '<h1>Old headline</h1>')
    expect(arriving.read()).toMatchObject({ headline: 'Old headline', date: '2010-10-12' })
  })

  it('is the one that the metadata tell of, where they were there before its address', () => {
    show('<meta property="og:title" content="New - Reuters"><meta name="date" content="2026-01-07">', '<h1>Old</h1>')
    const early = new Arriving(document)
    early.read()
    early.turned(true)
    document.body.innerHTML = '<h1>New</h1>'
    expect(early.read()).toMatchObject({ headline: 'New - Reuters', date: '2026-01-07' })
  })

  it('has the date that follows, where the headline told is that of the site', () => {
    const head = (date: string) =>
      `<meta property="og:title" content="Reuters"><meta property="article:published_time" content="${date}">`
    show(head('2010-10-12'), '<h1>One</h1>')
    const arriving = new Arriving(document)
    arriving.read()
    for (const [shown, told, date] of [
      ['Two', '2026-01-07', '2026-01-07'],
      ['Three', '2025-04-04', '2025-04-04'],
      ['Four', '2025-04-04', null],
    ] as const) {
      arriving.turned(true)
      show(head(told), `<h1>${shown}</h1>`)
      expect(arriving.read()).toMatchObject({ headline: shown, date })
    }
  })

  it('keeps its metadata on the second page of the same article', () => {
    const article = afterNavigation(OLD_HEAD, '<h1>Old headline</h1><p>Two.</p>').read()
    expect(article).toMatchObject({ headline: 'Old headline', date: '2010-10-12' })
  })

  it('keeps them where only the query changed', () =>
    expect(afterNavigation(OLD_HEAD, '<h1>Live: old headline</h1>', false).read().date).toBe('2010-10-12'))

  it('keeps them where they never named a headline', () => {
    show('<meta name="date" content="2010-10-12">', '<h1>One</h1>')
    const unnamed = new Arriving(document)
    unnamed.turned(true)
    show('<meta name="date" content="2010-10-12">', '<h1>Two</h1>')
    expect(unnamed.read().date).toBe('2010-10-12')
  })
})

it('is on its way for some seconds after each address, and once another language is declared', () => {
  vi.useFakeTimers()
  document.documentElement.lang = 'en'
  const arriving = new Arriving(document)
  expect(arriving.isArriving()).toBe(true)
  vi.advanceTimersByTime(10_000)
  expect(arriving.isArriving()).toBe(false)
  arriving.turned(false)
  expect(arriving.isArriving()).toBe(true)
  vi.advanceTimersByTime(10_000)
  document.documentElement.lang = 'ja'
  expect(arriving.isArriving()).toBe(true)
  vi.advanceTimersByTime(10_000)
  expect(arriving.isArriving()).toBe(false)
})

/** How Tradegloss stands on a tab: why nothing is shown, which permission is missing, which switches are offered. */

import { describe, expect, it } from 'vitest'
import type { Category } from '../../../lib/detect/types.ts'
import type { PageState } from '../../../lib/messaging/protocol.ts'
import { DEFAULTS, type Settings } from '../../../lib/settings/definition.ts'
import { standingOf, type Facts, type Why } from '../../../lib/sites/standing.ts'

const settings: Settings = DEFAULTS
const REUTERS = 'https://*.reuters.com/*'
const YAHOO = 'https://news.yahoo.co.jp/*'
const BLOG = 'https://blog.example/*'
const ALL = 'https://*/*'
const facts: Facts = {
  address: 'https://www.reuters.com/world/',
  page: null,
  isLoading: false,
  isPdf: false,
  isBrowserPage: false,
  isRefused: false,
  edition: '2026.11.1',
  settings,
  listed: [REUTERS, YAHOO],
  granted: [REUTERS, YAHOO],
  added: {},
}
const page: PageState = {
  host: 'www.reuters.com',
  isOn: true,
  isRead: true,
  isArticle: true,
  isScout: false,
  counts: { 'rare-earths': 3, 'dual-use': 0 },
  canDraw: true,
}
/** With a category switched off. */
const withOff = (category: Category) => ({ ...settings, categories: { ...settings.categories, [category]: false } })
const at = (change: Partial<Facts>) => standingOf({ ...facts, ...change })
const onBlog = (change: Partial<Facts> = {}) => at({ address: 'https://blog.example/post', ...change })
const blogPage = { ...page, host: 'blog.example' }

describe('why nothing is shown where the content script runs', () => {
  it.each<[string, Partial<Facts>, Why | null]>([
    ['something is', {}, null],
    ['paused', { settings: { ...settings, isPaused: true } }, 'paused'],
    ['off on this site', { settings: { ...settings, sitesOff: ['www.reuters.com'] } }, 'site-off'],
    ['off on another', { settings: { ...settings, sitesOff: ['blog.example'] } }, null],
    ['no dataset', { edition: null }, 'no-dataset'],
    ['no article', { page: { ...page, isArticle: false, isRead: false, counts: {} } }, 'not-article'],
    ['still reading', { page: { ...page, isRead: false, counts: {} } }, 'reading'],
    ['no mention', { page: { ...page, counts: { 'rare-earths': 0 } } }, 'nothing-found'],
    ['what is mentioned is switched off', { settings: withOff('rare-earths') }, 'categories-off'],
    ['something else is switched off', { settings: withOff('senkaku') }, null],
    ['a PDF', { page: { ...page, counts: {} }, isPdf: true }, 'pdf'],
    ['no highlights', { page: { ...page, canDraw: false } }, 'no-drawing'],
  ])('%s', (_, change, why) => expect(at({ page, ...change }).why).toBe(why))
})

describe('why nothing is shown where none runs', () => {
  it.each<[string, Partial<Facts>, Why]>([
    ['the browser’s page', { address: 'chrome://settings/' }, 'browser-page'],
    ['the browser’s page, address hidden', { address: null, isBrowserPage: true }, 'browser-page'],
    ['a store', { address: 'https://chromewebstore.google.com/' }, 'store'],
    ['reader view', { address: 'about:reader?url=x' }, 'reader-view'],
    ['a PDF by its address', { address: 'https://www.reuters.com/a.pdf' }, 'pdf'],
    ['a PDF by its type', { isPdf: true }, 'pdf'],
    ['a file', { address: 'file:///a.html' }, 'file'],
    ['nobody has answered yet', { address: null, isLoading: true }, 'reading'],
    ['nobody knows', { address: null }, 'unknown'],
    ['refused', { address: 'https://blog.example/', isRefused: true }, 'refused'],
    ['refused, address hidden', { address: null, isRefused: true }, 'refused'],
    ['a listed page that loads', { isLoading: true }, 'reading'],
    ['a listed page without our script', {}, 'not-started'],
    ['a site off the list', { address: 'https://blog.example/' }, 'unlisted'],
    ['a site without https', { address: 'http://blog.example/' }, 'insecure'],
    ['a listed site without https', { address: 'http://www.reuters.com/' }, 'insecure'],
  ])('%s', (_, change, why) => expect(at(change).why).toBe(why))
})

describe('access that the browser withholds', () => {
  it('from one listed site is asked for that one, by its own pattern', () =>
    expect(at({ granted: [YAHOO] })).toMatchObject({ why: 'withheld', missing: [REUTERS] }))
  it('from all listed sites is asked for all at once', () =>
    expect(at({ granted: [] })).toMatchObject({ why: 'withheld-everywhere', missing: [REUTERS, YAHOO] }))
  it('from all listed sites is told where it hides the address too, but not of the browser’s own pages', () => {
    expect(at({ address: null, granted: [] })).toMatchObject({ why: 'withheld-everywhere', missing: [REUTERS, YAHOO] })
    expect(at({ address: null, granted: [], isBrowserPage: true }).why).toBe('browser-page')
  })
  it('is told where a click has lent us the page, for that is for once', () => {
    expect(at({ page, granted: [YAHOO] })).toMatchObject({ why: 'withheld', missing: [REUTERS] })
    expect(onBlog({ page: blogPage, added: { [BLOG]: 'withdrawn' } }).why).toBe('withdrawn')
    expect(at({ page, granted: [YAHOO], settings: { ...settings, isPaused: true } }).why).toBe('paused')
  })
  it('is not missing where all sites were granted', () => expect(at({ granted: [ALL] }).why).toBe('not-started'))
  it('from an added site is told from one never added', () => {
    expect(onBlog({ added: { [BLOG]: 'withdrawn' } })).toMatchObject({ why: 'withdrawn', missing: [BLOG] })
    expect(onBlog()).toMatchObject({ why: 'unlisted', missing: [] })
  })
  it('from all sites is asked for again', () =>
    expect(onBlog({ added: { [ALL]: 'withdrawn' } })).toMatchObject({ why: 'withdrawn-everywhere', missing: [ALL] }))
  it('is none of a page without https, which no added site has', () =>
    expect(at({ address: 'http://blog.example/', added: { [BLOG]: 'withdrawn' } }).why).toBe('insecure'))
  it('from all sites does not matter on one that was added itself', () =>
    expect(
      onBlog({ added: { [ALL]: 'withdrawn', [BLOG]: 'granted' }, granted: [BLOG], page: blogPage }).why,
    ).toBeNull())
})

describe('switches', () => {
  const on = (change: Partial<Facts>) => onBlog({ granted: [REUTERS], ...change }).switches
  it('on a listed site: this site', () => {
    expect(at({ page }).switches).toEqual({ site: true, always: null, everywhere: null })
    expect(at({ page, settings: { ...settings, sitesOff: ['www.reuters.com'] } }).switches.site).toBe(false)
  })
  it('on any other: add it, add all', () => expect(on({})).toEqual({ site: null, always: false, everywhere: false }))
  it('on one annotated once: the same', () =>
    expect(on({ page: blogPage })).toEqual({ site: null, always: false, everywhere: false }))
  it('on one that was added: remove it', () =>
    expect(on({ page: blogPage, granted: [BLOG], added: { [BLOG]: 'granted' } })).toEqual({
      site: null,
      always: true,
      everywhere: false,
    }))
  it('with all sites on: leave this one out, or remove all', () =>
    expect(on({ page: blogPage, granted: [ALL], added: { [ALL]: 'granted' } })).toEqual({
      site: true,
      always: null,
      everywhere: true,
    }))
  it('with all sites on, one that was added itself: remove it, or remove all', () =>
    expect(on({ page: blogPage, granted: [ALL], added: { [ALL]: 'granted', [BLOG]: 'granted' } })).toEqual({
      site: null,
      always: true,
      everywhere: true,
    }))
  it('let one come back that was left out before', () =>
    expect(on({ page: blogPage, settings: { ...settings, sitesOff: ['blog.example'] } }).site).toBe(false))
  it('offer nothing for good without https', () => {
    expect(at({ address: 'http://blog.example/' }).switches).toEqual({ site: null, always: null, everywhere: null })
    // Once annotated it can at least be switched off.
    expect(at({ address: 'http://blog.example/', page: blogPage }).switches).toEqual({
      site: true,
      always: null,
      everywhere: null,
    })
  })
  it.each(['chrome://settings/', 'https://addons.mozilla.org/', 'https://blog.example/a.pdf', null])(
    'offer nothing on %s',
    (address) => expect(at({ address }).switches).toEqual({ site: null, always: null, everywhere: null }),
  )
  it('call a withdrawn site switched off', () => expect(on({ added: { [BLOG]: 'withdrawn' } }).always).toBe(false))
})

it('offers no site on a page of our own that has marks', () => {
  const own = { ...page, host: 'abcdefghijklmnop' }
  expect(at({ address: 'chrome-extension://abcdefghijklmnop/welcome.html', page: own }).switches).toEqual({
    site: null,
    always: null,
    everywhere: null,
  })
})

/** Where marks are switched off: single hosts, hosts with all below them, and all but those allowed. */

import { describe, expect, it } from 'vitest'
import { isSiteOff, withSite } from '../../../lib/settings/site.ts'

const off = (host: string, sitesOff: string[], sitesAllowed: string[] = []) =>
  isSiteOff({ sitesOff, sitesAllowed }, host)

describe('a site', () => {
  it('is on where nothing is said', () => expect(off('www.ft.com', [])).toBe(false))
  it('is off by its exact host alone', () => {
    expect(off('www.ft.com', ['www.ft.com'])).toBe(true)
    expect(off('ft.com', ['www.ft.com'])).toBe(false)
    expect(off('on.www.ft.com', ['www.ft.com'])).toBe(false)
  })
  it('is off with all below a starred host, and not beside it', () => {
    expect(['ft.com', 'www.ft.com', 'a.b.ft.com'].map((host) => off(host, ['*.ft.com']))).toEqual([true, true, true])
    expect(off('notft.com', ['*.ft.com'])).toBe(false)
    expect(off('ft.com.example', ['*.ft.com'])).toBe(false)
  })
  it('is off under its name with a dot at the end, which leads to the same site', () => {
    expect(off('www.ft.com.', ['www.ft.com'])).toBe(true)
    expect(off('www.ft.com.', ['*.ft.com'])).toBe(true)
    expect(off('www.ft.com.', [], ['*.ft.com'])).toBe(false)
    expect(off('www.ft.com.', withSite(['www.ft.com'], 'www.ft.com.', true))).toBe(false)
    expect(off('www.ft.com.', withSite([], 'www.ft.com.', false))).toBe(true)
  })
  it('is off where others are allowed, and even then where it is switched off', () => {
    expect(off('www.ft.com', [], ['*.ft.com'])).toBe(false)
    expect(off('www.reuters.com', [], ['*.ft.com'])).toBe(true)
    expect(off('www.ft.com', ['www.ft.com'], ['*.ft.com'])).toBe(true)
  })
})

describe('a switch of a site', () => {
  it('puts a host on the list once, and takes it off', () => {
    expect(withSite(['www.ft.com'], 'www.ft.com', false)).toEqual(['www.ft.com'])
    expect(withSite(['on.ft.com', 'www.ft.com'], 'www.ft.com', true)).toEqual(['on.ft.com'])
  })
  it('switches on a host that is off with others: it did nothing', () =>
    expect(off('www.ft.com', withSite(['*.ft.com', 'www.reuters.com'], 'www.ft.com', true))).toBe(false))
  it('leaves what lies above on where a host is switched off', () =>
    expect(withSite(['*.on.ft.com'], 'www.ft.com', false)).toEqual(['*.on.ft.com', 'www.ft.com']))
})

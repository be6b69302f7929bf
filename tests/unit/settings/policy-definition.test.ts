/** The policy's table: what is taken, what is ignored and named, and what counts as set. */

import { describe, expect, it } from 'vitest'
import { POLICY, policyFrom, setKeys, type Policy } from '../../../lib/settings/policy-definition.ts'

const full: Policy = {
  categories: { senkaku: false, 'rare-earths': true },
  economy: 'JPN',
  language: 'ja',
  sitesOff: ['www.ft.com', '*.example.co.jp'],
  sitesAllowed: ['*.reuters.com'],
  feedUrl: 'https://data.example.org/feed/',
  publicKeys: [`${'A'.repeat(43)}=`],
  updatesOff: true,
  importOff: true,
}

describe('a policy', () => {
  it('sets nothing where there is none', () => {
    const { policy, ignored } = policyFrom({})
    expect(setKeys(policy)).toEqual([])
    expect(ignored).toEqual([])
  })
  it('is taken whole where it is sound', () => {
    const { policy, ignored } = policyFrom({ ...full })
    expect(policy).toEqual(full)
    expect(ignored).toEqual([])
    expect(setKeys(policy)).toEqual(Object.keys(POLICY))
  })
  it('may choose the world and the browser’s language', () =>
    expect(setKeys(policyFrom({ economy: '', language: '' }).policy)).toEqual(['economy', 'language']))
  it.each([
    ['categories', { senkaku: 'no' }],
    ['categories', { trade: true }],
    ['categories', [true]],
    ['categories', []],
    ['categories', null],
    ['categories', 1],
    ['economy', 'Japan'],
    ['language', 'it'],
    ['sitesOff', ['https://www.ft.com/']],
    ['sitesOff', ['www.ft.com/news']],
    ['sitesOff', 'www.ft.com'],
    ['sitesAllowed', ['*']],
    ['feedUrl', 'http://data.example.org/'],
    ['publicKeys', []],
    ['publicKeys', ['short']],
    ['updatesOff', 'yes'],
    ['importOff', 1],
    ['theme', 'dark'],
    ['constructor', true],
  ])('ignores and names %s: %j, and takes the rest', (key, value) => {
    const { policy, ignored } = policyFrom({ economy: 'JPN', [key]: value })
    expect(ignored).toEqual([key])
    expect(setKeys(policy)).toEqual(key === 'economy' ? [] : ['economy'])
  })
})

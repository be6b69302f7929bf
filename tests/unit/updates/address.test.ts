/** Addresses of feeds: https only, and the edition's file lies beside the index. */

import { describe, expect, it } from 'vitest'
import { besideIndex, indexAddress, patternOfFeed } from '../../../lib/updates/address.ts'

describe('indexAddress', () => {
  it.each([
    ['https://data.example', 'https://data.example/index.json'],
    ['https://data.example/feed', 'https://data.example/feed/index.json'],
    [' https://data.example/feed/ ', 'https://data.example/feed/index.json'],
    ['https://data.example/feed/my.json#top', 'https://data.example/feed/my.json'],
    ['https://data.example:8443/a?b=c', 'https://data.example:8443/a/index.json?b=c'],
  ])('%s', (entered, address) => expect(indexAddress(entered)).toBe(address))
  it.each([
    '',
    'data.example',
    'http://data.example',
    'ftp://data.example',
    'javascript:alert(1)',
    'data:application/json,{}',
    'file:///etc/passwd',
    'https://name:word@data.example',
    'https://name@data.example',
    `https://data.example/${'a'.repeat(2000)}`,
  ])('refuses %j', (entered) => expect(indexAddress(entered)).toBeNull())
})

describe('besideIndex', () => {
  const INDEX = 'https://data.example/feed/index.json'
  it('lies in the same folder', () =>
    expect(besideIndex(INDEX, 'edition-2027.1.1.json')).toBe('https://data.example/feed/edition-2027.1.1.json'))
  it.each([
    '',
    '..',
    '../x.json',
    '/x.json',
    '//evil.example/x',
    'https://evil.example/x',
    'a/b',
    'a\\b',
    '.x',
    'x?y',
    'x#y',
    '%2e%2e',
  ])('leads nowhere else: %j', (name) => expect(besideIndex(INDEX, name)).toBeNull())
})

it('asks for the permission of one host', () =>
  expect(patternOfFeed('https://data.example:8443/index.json')).toBe('https://data.example/*'))

/** "Not this": these words for this entry, here or everywhere. */

import { expect, it } from 'vitest'
import { isUnwanted, notThis, withNotThis } from '../../../lib/settings/not-this.ts'

const mention = { entry: 'dysprosium', text: 'Pure\n Dysprosium\u00a0 oxide' }

it('means the words, whatever their case and spaces', () => {
  expect(notThis(mention, null)).toEqual({ entry: 'dysprosium', text: 'pure dysprosium oxide', host: null })
})

it.each([
  ['everywhere', notThis(mention, null), true],
  ['on this host', notThis(mention, 'news.example'), true],
  ['on another host', notThis(mention, 'other.example'), false],
  ['for other words', notThis({ ...mention, text: 'dysprosium' }, null), false],
  ['for another entry', notThis({ ...mention, entry: 'terbium' }, null), false],
])('said %s', (_, said, isIt) => {
  expect(isUnwanted([said], 'news.example')({ ...mention, text: 'Pure DYSPROSIUM oxide' })).toBe(isIt)
})

it('counts beside what was said of others', () => {
  const others = ['terbium', 'yttrium'].map((entry) => notThis({ ...mention, entry }, null))
  expect(isUnwanted([...others, notThis(mention, null)], 'news.example')(mention)).toBe(true)
  expect(isUnwanted(others, 'news.example')(mention)).toBe(false)
})

it('is nothing while nothing was said', () => expect(isUnwanted([], 'news.example')(mention)).toBe(false))

it.each([
  ['here', 'here', ['other.example', 'news.example']],
  ['everywhere', 'everywhere', ['other.example', null]],
  ['no more', null, ['other.example']],
] as const)('%s leaves what other sites were told', (_, scope, hosts) => {
  const terbium = notThis({ entry: 'terbium', text: 'Tb' }, 'news.example')
  const list = [terbium, notThis(mention, 'other.example'), notThis(mention, 'news.example'), notThis(mention, null)]
  expect(withNotThis(list, mention, 'news.example', scope)).toEqual([
    terbium,
    ...hosts.map((host) => notThis(mention, host)),
  ])
})

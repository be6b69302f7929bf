/** Interface texts: placeholders are filled, and what is missing is seen and not hidden. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createTranslate, messagesOf, type MessageKey } from '../../../lib/i18n/t.ts'

const messages = JSON.parse(
  readFileSync(new URL('../../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Record<MessageKey, { message: string }>
const t = createTranslate(messagesOf(messages), 'en-GB')

describe('createTranslate', () => {
  it('fills placeholders', () =>
    expect(t('figure_import_share', { economy: 'Japan', value: '60%', entry: 'tungsten', partner: 'China' })).toBe(
      'Japan buys 60% of its tungsten from China',
    ))
  it('leaves a placeholder without a value as it is', () => expect(t('value_about')).toBe('about {value}'))
  it('fills a placeholder as often as it stands there', () =>
    expect(createTranslate({ card_close: '{a} and {a}' }, 'en')('card_close', { a: 'x' })).toBe('x and x'))
  it('takes values as they are: braces and dollars are no commands', () => {
    expect(t('value_about', { value: '$& {economy} $1' })).toBe('about $& {economy} $1')
  })
  it('writes numbers as the language does', () => {
    expect(t('options_sites_listed', { sites: 1234 })).toBe('The list: 1,234 sites')
    expect(createTranslate({ options_sites_listed: '{sites}' }, 'de')('options_sites_listed', { sites: 1234 })).toBe(
      '1.234',
    )
  })
  it('takes the plural form that the count asks for', () => {
    const mentions = (count: number) => t('popup_mentions', { count })
    expect([0, 1, 2, 1000].map(mentions)).toEqual(['0 mentions', '1 mention', '2 mentions', '1,000 mentions'])
  })
  it('shows the key where there is no text', () => expect(createTranslate({}, 'en')('card_close')).toBe('card_close'))
})

describe('the English messages', () => {
  const entries = Object.entries(messages)
  it('say something', () => expect(entries.filter(([, { message }]) => message.trim() === '')).toEqual([]))
  it('have placeholders that are well formed', () => {
    for (const [key, { message }] of entries)
      expect([key, message.replaceAll(/\{[a-z]+\}/g, '')]).toEqual([key, expect.not.stringMatching(/[{}$]/)])
  })
  it('never say "country"', () => expect(entries.filter(([, { message }]) => /\bcountr/i.test(message))).toEqual([]))
  it('describe the extension in the 132 characters that stores allow', () =>
    expect(messages.extension_description.message.length).toBeLessThanOrEqual(132))
})

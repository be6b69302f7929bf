/** The store listing: its summary and pictures are as stores take them, and what it counts is true. */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requiredSites } from '../../lib/cli/build/required-sites.ts'
import { LOCALES } from '../../lib/dataset/locales.ts'
import { read, ROOT } from './project.ts'

const listing = read('.store/listing.md')

describe('the store listing', () => {
  it('has a summary that stores take, which is that of the extension', () => {
    const [, summary = ''] = /\*\*Summary\*\*[^\n]*\n(.+)\n/.exec(listing) ?? []
    const { extension_description } = JSON.parse(read('public/_locales/en/messages.json')) as Record<
      string,
      { message: string }
    >
    expect(summary).toBe(extension_description?.message)
    for (const folder of readdirSync(`${ROOT}public/_locales`)) {
      const messages = JSON.parse(read(`public/_locales/${folder}/messages.json`)) as Record<
        string,
        { message: string }
      >
      expect([folder, messages.extension_description?.message.length]).toEqual([folder, expect.toSatisfy(isShort)])
    }
  })

  it('promises no more sites and languages than there are', () => {
    expect(requiredSites().length).toBeGreaterThan(500)
    expect(listing).toContain('more than 500 news sites')
    expect(LOCALES.length).toBe(8)
    expect(listing).toContain('in eight languages')
  })

  it('names each of its pictures, 1280 × 800', () => {
    const pictures = readdirSync(`${ROOT}.store`).filter((name) => name.endsWith('.png'))
    expect(pictures.length).toBeGreaterThan(3)
    // The Chrome Web Store takes five.
    expect(pictures.length).toBeLessThan(6)
    for (const name of pictures) {
      expect(listing).toContain(name)
      const header = readFileSync(`${ROOT}.store/${name}`)
      expect([name, header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([name, 1280, 800])
    }
  })
})

/** The Chrome Web Store's limit. */
const isShort = (length: number) => length > 20 && length <= 132

/**
 * Traps and their opposites, sentence by sentence, as `annotate` reads them with the bundled dataset. They lie in
 * `traps/<language>.txt`, one text a line, with ⟦what must be marked⟧ or ⟦what must be marked|its entry⟧.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { createReader, type TextReader } from '../../lib/cli/text/reader.ts'
import { LANGUAGES, type Language } from '../../lib/detect/types.ts'

const folder = fileURLToPath(new URL('traps/', import.meta.url))
const MARK = /⟦([^⟧|]*)(?:\|([^⟧]*))?⟧/g

let reader: TextReader
beforeAll(async () => {
  reader = await createReader()
}, 60_000)

/** The text of a line with the mentions that were found in it marked; with their entries where the line names some. */
function marked(language: Language, line: string): string {
  const named = [...line.matchAll(MARK)].map(([, , entry]) => entry !== undefined)
  const text = line.replace(MARK, '$1')
  let out = ''
  let at = 0
  reader.read(text, { language }).forEach(({ start, end, entry }, index) => {
    out += `${text.slice(at, start)}⟦${text.slice(start, end)}${named[index] ? `|${entry}` : ''}⟧`
    at = end
  })
  return out + text.slice(at)
}

const linesOf = (language: Language) => readFileSync(`${folder}${language}.txt`, 'utf8').split('\n').filter(Boolean)

it('every language has traps, and opposites that must be marked', () => {
  expect(readdirSync(folder).sort()).toEqual(LANGUAGES.map((language) => `${language}.txt`).sort())
  for (const language of LANGUAGES) {
    const silent = linesOf(language).filter((line) => !line.includes('⟦')).length
    expect(silent).toBeGreaterThanOrEqual(15)
    expect(linesOf(language).length - silent).toBeGreaterThanOrEqual(7)
  }
})

describe.each(LANGUAGES)('%s', (language) => {
  it.each(linesOf(language))('%s', (line) => {
    expect(marked(language, line)).toBe(line)
  })
})

describe('names broken over two lines', () => {
  it.each<[Language, string]>([
    ['ja', '中国は⟦レア\nアース⟧の輸出を絞った。'],
    ['zh-Hans', '日本渔船进入⟦钓鱼\n岛⟧海域。'],
    ['ko', '일본은 ⟦센카쿠\n열도⟧ 인근에 순시선을 보냈다.'],
  ])('%s: %j', (language, line) => {
    expect(marked(language, line)).toBe(line)
  })
})

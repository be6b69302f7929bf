/** Cells that a spreadsheet or a wrong encoding has spoilt, and others that only look odd. */

import { describe, expect, it } from 'vitest'
import { spoiltBy } from '../../../lib/dataset/spoilt.ts'

/** UTF-8 read as Windows-1252, as a spreadsheet does with a file that has no byte order mark. */
const readWrongly = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))

describe('spoiltBy', () => {
  it.each([
    'é',
    'Ü',
    'ñ',
    '’',
    '“',
    '–',
    '稀土',
    '日本',
    'レアアース',
    '희토류',
    '5\u00a0%',
    '±',
    '€',
    '尖閣諸島',
    '釣魚臺',
  ])('finds %s where it was encoded twice', (text) =>
    expect(spoiltBy(`x${readWrongly(text)}x`)).toMatch(/ read as Windows-1252| control character/),
  )

  it('finds bytes that are no UTF-8', () => {
    const windows = new TextDecoder().decode(new Uint8Array([0x54, 0x6f, 0x6b, 0x79, 0xf6]))
    expect(spoiltBy(windows)).toBe('has a character that was lost (U+FFFD): the file was not saved as UTF-8')
  })

  it.each([
    // What Windows-1252 has no letter for.
    ['Japan (??)', 'has "??" where characters were lost'],
    ['#NAME?', 'is what a spreadsheet shows for a fault'],
    ['#REF!', 'is what a spreadsheet shows for a fault'],
    ['#DIV/0!', 'is what a spreadsheet shows for a fault'],
    ['#N/A', 'is what a spreadsheet shows for a fault'],
    ['#BEZUG!', 'is what a spreadsheet shows for a fault'],
    ['#¡VALOR!', 'is what a spreadsheet shows for a fault'],
    ['#####', 'is what a spreadsheet shows for a fault'],
    ['=SUM(A1)', '"=SUM(A1)" is a formula of a spreadsheet'],
    [' ', 'holds nothing but spaces'],
    ['\u00a0\u3000', 'holds nothing but spaces'],
    ['a\u0000b', 'has a control character (U+0000)'],
    ['a\u0092b', 'has a control character (U+0092)'],
  ])('finds %j', (cell, message) => expect(spoiltBy(cell)).toContain(message))

  it.each([
    'clé »',
    '« Sécurité »',
    'CAFÉ\u00a0: 5\u00a0%',
    'l’été’',
    'déjà…»',
    'São Tomé',
    'Âge',
    '#1 of 3',
    'Why now?',
    'a = b',
    '±5',
    'ligne 1\nligne 2',
    '희토류 「稀土」',
  ])('leaves %j', (cell) => expect(spoiltBy(cell)).toBeNull())
})

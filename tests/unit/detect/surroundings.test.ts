import { describe, expect, it } from 'vitest'
import {
  countForms,
  foldedSlice,
  hasForm,
  outside,
  surroundings,
  withoutSelf,
} from '../../../lib/detect/surroundings.ts'
import { EMPTY_PAGE } from '../../../lib/detect/types.ts'

describe('hasForm', () => {
  it.each([
    ['a mine here', 'mine', true],
    ['a miner here', 'mine', false],
    ['undermine', 'mine', false],
    ['undermine the mine', 'mine', true],
    ['chinas mine', 'china', true],
    ['chinese', 'china', false],
    ['mines', 'mine', true],
    ['minesweeper', 'mine', false],
    ['supply chain', 'supply chain', true],
    ['mine', 'mine', true],
    ['輸出規制', '輸出', true],
    ['수출통제', '수출', true],
    ['us2010', '2010', false],
    ['exporters here', 'export*', true],
    ['re export', 'export*', true],
    ['reexport', 'export*', false],
    ['motorenschrott here', '*schrott', true],
    ['schrott', '*schrott', true],
    ['motorenschrotte', '*schrott', false],
    ['zollamt', '*zoll', false],
    ['', 'mine', false],
  ])('%j has %j: %s', (folded, form, has) => {
    expect(hasForm(folded, [form])).toBe(has)
  })

  it('asks every form of the list', () => {
    expect(hasForm('the export', ['mine', 'export'])).toBe(true)
    expect(hasForm('the export', [])).toBe(false)
  })
})

describe('countForms', () => {
  it.each([
    ['exports of exports', ['export*'], 1],
    ['exporters export', ['export*'], 2],
    ['exporters export', ['export', 'exporters', 'mine'], 2],
    ['motorenschrott und schrott', ['*schrott'], 1],
    ['輸出規制', ['輸出', '規制'], 2],
    ['', ['export*'], 0],
  ])('%j has of %j: %d', (folded, forms, count) => {
    expect(countForms(folded, forms)).toBe(count)
  })
})

describe('the words around a span', () => {
  const long = `${'Mine '.repeat(500)}Xenon ${'Export '.repeat(500)}`
  const around = surroundings(long, EMPTY_PAGE)

  it('are folded, whatever stretch they stand in', () => {
    expect(foldedSlice(around, 0, 9)).toBe('mine mine')
    expect(foldedSlice(around, 2490, 2512)).toBe('mine mine xenon export')
    expect(foldedSlice(around, 0, long.length)).toBe(long.toLowerCase())
  })

  it('are without the span itself', () => expect(outside(around, 2495, 2512, 2500, 2505)).toBe('mine  \n  export'))

  it('are nothing where the text ends', () => expect(foldedSlice(around, long.length, long.length + 9)).toBe(''))
})

describe('withoutSelf', () => {
  it.each([
    ['Mine', 'a mine and mines, a miner', 'a \n and \n, a miner'],
    ['Dy', 'dy in dysprosium', '\n in dysprosium'],
    ['鏑', '鏑和鏑礦', '\n和\n礦'],
    // What is written means itself, also where a regular expression would read it otherwise.
    ['Law (draft', 'the law (draft) of laws', 'the \n) of laws'],
    ['B.C', 'b.c and bic', '\n and bic'],
    ['“”', 'nothing is taken out', 'nothing is taken out'],
  ])('takes out %s', (source, folded, left) => expect(withoutSelf(source)(folded)).toBe(left))
})

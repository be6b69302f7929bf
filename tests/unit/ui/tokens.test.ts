/** The colours of the design system: readable in both themes, and categories that colour-blind readers tell apart. */

import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  parse,
  wcagContrast,
  type Color,
} from 'culori'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../../lib/detect/types.ts'

const css = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')
const sheets = css('components/ui/tokens.css') + css('components/ui/page.css')
/** What holds for readers who ask for more contrast, and what holds for all. */
const MORE = /@media \(prefers-contrast: more\) \{(.*?)\n\}/gs
const contrast = [...sheets.matchAll(MORE)].map(([, rules]) => rules).join('')
const calm = sheets.replaceAll(MORE, '')

/** The colours that rules with exactly this selector set; later ones win. */
function tokensOf(sheet: string, isDark: boolean): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, selector = '', body = ''] of sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const isForDark = selector.includes("data-theme='dark'")
    if (!/:root|data-theme/.test(selector) || (isForDark && !isDark)) continue
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)) found[name] = value
  }
  return found
}
const themes = {
  light: tokensOf(calm, false),
  dark: tokensOf(calm, true),
  'light, more contrast': { ...tokensOf(calm, false), ...tokensOf(contrast, false) },
  'dark, more contrast': { ...tokensOf(calm, true), ...tokensOf(contrast, true) },
}
const surfaces = ['tg-ground', 'tg-raised', 'page'] as const
const of = (tokens: Record<string, string>, name: string): string => {
  const value = tokens[name]
  if (!value) throw new Error(`There is no colour ${name}.`)
  return value
}

describe.each(Object.entries(themes))('%s', (theme, tokens) => {
  const accents = CATEGORIES.map((category) => `tg-${category}`)
  // WCAG AA, and AAA for readers who ask for more.
  const [forText, forEdges] = theme.endsWith('more contrast') ? [7, 4.5] : [4.5, 3]
  it.each(surfaces)(`has text, links and accents of at least ${forText}:1 on %s`, (surface) => {
    const texts = ['tg-text', 'tg-soft', 'tg-link', 'warning', 'error', 'success', ...accents]
    for (const text of texts)
      expect([text, wcagContrast(of(tokens, text), of(tokens, surface))]).toEqual([
        text,
        expect.toSatisfy(atLeast(forText)),
      ])
  })
  it.each(surfaces)(`has edges of controls of at least ${forEdges}:1 on %s`, (surface) =>
    expect(wcagContrast(of(tokens, 'tg-faint'), of(tokens, surface))).toBeGreaterThanOrEqual(forEdges),
  )
})
const atLeast = (least: number) => (value: number) => value >= least

describe('categories', () => {
  const pairs = CATEGORIES.flatMap((one, at) => CATEGORIES.slice(at + 1).map((other) => [one, other] as const))
  const eyes: Record<string, (colour: string) => string | undefined> = {
    usual: (colour) => colour,
    protanopia: (colour) => formatHex(filterDeficiencyProt(1)(parse(colour) as Color)),
    deuteranopia: (colour) => formatHex(filterDeficiencyDeuter(1)(parse(colour) as Color)),
    tritanopia: (colour) => formatHex(filterDeficiencyTrit(1)(parse(colour) as Color)),
  }
  const difference = differenceCiede2000()

  /** CIEDE2000 differences from 2.3 on are just noticeable; ours are far above, for lines are thin. */
  it.each(Object.entries(eyes))('stay apart in colour: %s', (_, seen) => {
    for (const tokens of Object.values(themes))
      for (const [one, other] of pairs) {
        const [a = '', b = ''] = [one, other].map((category) => seen(of(tokens, `tg-${category}`)))
        expect([one, other, difference(a, b)]).toEqual([one, other, expect.toSatisfy(atLeast(5))])
      }
  })

  it('are told apart by their lines alone, on pages and in samples', () => {
    const marks = [...css('entrypoints/highlight.css').matchAll(/text-decoration: underline (\w+)/g)].map(
      ([, style]) => style,
    )
    expect(new Set(marks.slice(0, CATEGORIES.length)).size).toBe(CATEGORIES.length)
    const samples = [
      'solid',
      ...[...css('components/ui/page.css').matchAll(/> \.line \{[^}]*?(dashed|dotted|double)/g)].map(
        ([, style]) => style,
      ),
    ]
    expect(samples).toEqual(['solid', 'dashed', 'dotted', 'double'])
  })
})

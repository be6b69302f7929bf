/** Light or dark, by what the page itself shows behind a text. */

import { elementsAround } from './around.ts'
import { isBlock } from './blocks.ts'

/** Below this relative luminance (WCAG 2.2) a background is dark. */
const DARK_BELOW = 0.18

/** Computed colours: rgb with commas, every other space with its name and blanks. */
const COLOR =
  /^(rgb|lab|lch|oklab|oklch|color)a?\((?:(?:srgb|display-p3) )?(-?[\d.]+|none),? (-?[\d.e-]+|none),? (-?[\d.e-]+|none)(?:,? (?:\/ )?([\d.]+))?\)$/

/** Text of at least this luminance is meant for a dark ground. */
const LIGHT_TEXT = 0.5

/** Least opacity at which a colour counts as painted. */
const PAINTED = 0.5

/**
 * The WCAG 2.2 relative luminance (0–1) of a computed colour, or null where it is transparent or in a notation not known here.
 * Of Lab and Oklab it is that of the grey as light: near enough to tell light from dark.
 */
export function luminance(color: string): number | null {
  const [, space, ...parts] = COLOR.exec(color) ?? []
  if (space === undefined || Number(parts[3] ?? 1) < PAINTED) return null
  // A channel of none is 0.
  const [first, second, third] = parts.map((part) => Number(part) || 0) as [number, number, number, number]
  if (space.startsWith('ok')) return first ** 3
  if (space.startsWith('l')) return ((first + 16) / 116) ** 3
  const [red, green, blue] = [first, second, third].map((part) => {
    const share = space === 'rgb' ? part / 255 : part
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** True where what lies behind `element` is seen through it. */
export function isTransparent(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  const opacity = /^rgba.*, ([\d.]+)\)$|\/ ([\d.]+)\)$/.exec(backgroundColor)
  return (
    opacity !== null &&
    Number(opacity[1] ?? opacity[2]) < PAINTED &&
    backgroundImage === 'none' &&
    !element.matches('img, video, canvas')
  )
}

/**
 * True where the nearest painted background behind `node` is dark. A page that paints none, or pictures only, is as its text has
 * it, and its colour scheme.
 */
export function isDarkBehind(node: Node): boolean {
  for (const element of elementsAround(node)) {
    const light = luminance(getComputedStyle(element).backgroundColor)
    if (light !== null) return light < DARK_BELOW
  }
  // Links have colours of their own.
  const block = [...elementsAround(node)].find(isBlock)
  if (block && (luminance(getComputedStyle(block).color) ?? 0) > LIGHT_TEXT) return true
  const { colorScheme } = getComputedStyle(document.documentElement)
  return /dark/.test(colorScheme) && (!/light/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches)
}

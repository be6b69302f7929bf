/** Light or dark, by what the page itself shows behind a text. */

/** Below this relative luminance (WCAG 2.2) a background is dark. */
const DARK_BELOW = 0.18

/** The WCAG 2.2 relative luminance (0–1) of a computed colour, or null where it is transparent or not rgb. */
export function luminance(color: string): number | null {
  // Browsers write computed colours of this kind with commas, whatever the page wrote.
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(color)
  if (!parts || Number(parts[4] ?? 1) < 0.5) return null
  const [red, green, blue] = [parts[1], parts[2], parts[3]].map((part) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** True where what lies behind `element` is seen through it. Colours in other notations than rgba are taken for opaque. */
export function isTransparent(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  return (
    backgroundColor.startsWith('rgba') &&
    luminance(backgroundColor) === null &&
    backgroundImage === 'none' &&
    !element.matches('img, video, canvas')
  )
}

/** True where the nearest painted background behind `element` is dark; a page that paints none is white. */
export function isDarkBehind(element: Element): boolean {
  for (let up: Element | null = element; up !== null; up = up.parentElement) {
    const light = luminance(getComputedStyle(up).backgroundColor)
    if (light !== null) return light < DARK_BELOW
  }
  return getComputedStyle(document.documentElement).colorScheme === 'dark'
}

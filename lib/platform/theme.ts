/** Light or dark on the extension's own pages: as the reader chose, else as the browser is. */

import type { Theme } from '../settings/definition.ts'

const browserIsDark = matchMedia('(prefers-color-scheme: dark)')
let chosen: Theme = 'auto'

function apply(): void {
  const isDark = chosen === 'auto' ? browserIsDark.matches : chosen === 'dark'
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}
browserIsDark.addEventListener('change', apply)

/** Shows the page in a theme from now on; `auto` goes on following the browser. Before any call the page is as the browser is. */
export function showTheme(theme: Theme): void {
  chosen = theme
  apply()
}
apply()

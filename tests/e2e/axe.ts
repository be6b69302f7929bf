/** axe on the extension's own pages, as a real browser draws them: contrast counts. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  id: string
  nodes: { html: string; failureSummary?: string }[]
}

/** What axe finds wrong on a page, a line for each element; WCAG 2.2 AA and its own best practices. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(`globalThis.axe ?? ((module) => { ${SOURCE} })()`)
  const { violations } = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`)) as {
    violations: Violation[]
  }
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  )
}

/** The same in both themes, which the page follows at once. */
export async function axeInBothThemes(page: Page): Promise<Record<'light' | 'dark', string[]>> {
  const found: Record<'light' | 'dark', string[]> = { light: [], dark: [] }
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
    await page.waitForFunction(`document.documentElement.dataset.theme === '${theme}'`)
    found[theme] = await axeViolations(page)
  }
  return found
}

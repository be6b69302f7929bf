/** The page's own script: hydrates when the test lets it, and writes down all that React complains about. */

import { createElement, lazy, type ComponentType } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { Analysis, News } from './news.ts'

const complaints: string[] = []
const complain =
  (kind: string) =>
  (...words: unknown[]): void => {
    complaints.push(`${kind}: ${words.map(String).join(' ')}`)
  }
console.error = complain('console.error')
console.warn = complain('console.warn')

let arrive: (module: { default: ComponentType }) => void
const Late = lazy(() => new Promise<{ default: ComponentType }>((resolve) => (arrive = resolve)))

Object.assign(globalThis, {
  complaints,
  /** The script has come: everything but the analysis is hydrated. */
  hydrate: () =>
    hydrateRoot(document, createElement(News, { Late }), {
      onRecoverableError: complain('recovered'),
      onCaughtError: complain('caught'),
      onUncaughtError: complain('uncaught'),
    }),
  /** The code of the analysis has come, too. */
  hydrateAnalysis: () => arrive({ default: Analysis }),
})

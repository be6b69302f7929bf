/** A news page in React, whole document as frameworks render it: the same component on the server and in the browser. */

import { createElement as h, Suspense, type ComponentType, type ReactNode, useEffect, useState } from 'react'

/** First words of the lead, and what a later state has there instead. */
export const LEAD = 'Japan imports about 60% of its rare earths from China.'
export const LATER_LEAD = 'Tokyo put dual-use items on the list instead.'

export interface NewsProps {
  /** The part that arrives on its own: {@link Analysis}, lazy. */
  Late: ComponentType
}

export function News({ Late }: NewsProps): ReactNode {
  return h(
    'html',
    { lang: 'en' },
    h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, 'Rare earths and Japan')),
    h('body', null, h('article', null, h(Lead), h(Suspense, { fallback: h('p', null, 'Loading …') }, h(Late)))),
  )
}

function Lead(): ReactNode {
  const [lead, setLead] = useState(LEAD)
  useEffect(() => {
    Object.assign(globalThis, { changeLead: () => setLead(LATER_LEAD), isHydrated: true })
  }, [])
  return h(
    'header',
    null,
    h('h1', null, 'Dysprosium prices rise'),
    h('p', { id: 'lead' }, lead),
    // A mention across nodes that React holds by their order.
    h('p', null, 'The United States restated its one-', h('em', null, 'China policy'), ' on ', 'Friday', '.'),
  )
}

export function Analysis(): ReactNode {
  useEffect(() => {
    Object.assign(globalThis, { isAnalysisHydrated: true })
  }, [])
  return h(
    'section',
    null,
    h('p', null, 'In 2010, after the collision near the ', h('b', null, 'Senkaku Islands'), ', exports stopped.'),
    h('p', null, 'Heavy rare earths come almost only from China.'),
  )
}

/** The card's component and CSS in an open shadow root of a test-only page, where axe and a camera can see it. */

import { render } from 'preact'
import type { OpenAction } from '../../../components/card/Actions.tsx'
import { Card } from '../../../components/card/Card.tsx'
import cardCss from '../../../components/card/card.css?inline'
import { TITLE_ID } from '../../../components/card/Head.tsx'
import tokensCss from '../../../components/ui/tokens.css?inline'
import { buildCard } from '../../../lib/card/model.ts'
import type { CardRequest } from '../../../lib/card/request.ts'
import type { Reason } from '../../../lib/card/reason.ts'
import type { StoredCard } from '../../../lib/card/stored.ts'
import { createTranslate, type Messages } from '../../../lib/i18n/t.ts'

export interface Exhibit {
  stored: StoredCard
  request: CardRequest
  messages: Messages
  /** BCP 47 locale of texts and numbers. */
  locale: string
  economies: Record<string, string>
  theme: 'light' | 'dark'
  reason: Reason | null
  open: OpenAction
  canGoBack: boolean
  isUnsigned: boolean
  /** Opens every disclosure. */
  isOpened: boolean
}

const nothing = () => {}

function show({ stored, request, messages, locale, economies, theme, isOpened, ...rest }: Exhibit): void {
  document.body.replaceChildren()
  document.documentElement.style.colorScheme = theme
  document.body.style.background = theme === 'dark' ? '#15171a' : '#f4f1ea'
  const host = document.createElement('test-card')
  const root = host.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = tokensCss + cardCss
  const frame = document.createElement('div')
  frame.className = 'frame'
  frame.popover = 'manual'
  frame.setAttribute('role', 'dialog')
  frame.setAttribute('aria-labelledby', TITLE_ID)
  root.append(style, frame)
  document.body.append(host)
  const t = createTranslate(messages, locale)
  document.documentElement.lang = locale
  const model = buildCard(stored, request, { t, economies })
  frame.dataset.category = model.category ?? ''
  frame.dataset.theme = theme
  render(
    <Card
      model={model}
      {...rest}
      isPinned={false}
      host="news.example"
      hasPanel
      t={t}
      onBack={nothing}
      onPin={nothing}
      onClose={nothing}
      onMove={nothing}
      onDock={nothing}
      onOpen={nothing}
      onCopy={nothing}
      onToggle={nothing}
      onNotThis={nothing}
      onPanel={nothing}
    />,
    frame,
  )
  frame.showPopover()
  const isSheet = innerWidth <= 420
  frame.style.left = isSheet ? '0' : '20px'
  frame.style.top = isSheet ? '' : '20px'
  if (isSheet) frame.style.bottom = '0'
  frame.style.maxHeight = `${isSheet ? innerHeight * 0.66 : innerHeight - 40}px`
  if (isOpened) for (const details of root.querySelectorAll('details')) details.open = true
}

Object.assign(window, { show })

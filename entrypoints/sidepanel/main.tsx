/** Mounts the side panel. */

import { render } from 'preact'
import { Panel } from '../../components/panel/Panel.tsx'
import '../../components/ui/tokens.css'
import '../../components/ui/page.css'
import '../../components/ui/controls.css'
import '../../components/card/card.css'
import '../../components/active-page/mentions.css'
import '../../components/panel/panel.css'
import { keepFocus } from '../../lib/platform/keep-focus.ts'
import { showTheme } from '../../lib/platform/theme.ts'
import { createPanel } from './panel.ts'
import { createWayBack } from './way-back.ts'

const root = document.getElementById('root') as HTMLElement
keepFocus(root)

function draw(): void {
  const view = panel.view()
  if (view === null) return
  document.documentElement.lang = view.locale
  showTheme(view.theme)
  render(<Panel {...view.props} />, root)
}
const panel = createPanel(draw, createWayBack(root))

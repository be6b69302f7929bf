/** Mounts the popup. */

import { render } from 'preact'
import { Popup } from '../../components/popup/Popup.tsx'
import '../../components/ui/tokens.css'
import '../../components/ui/page.css'
import '../../components/ui/controls.css'
import '../../components/active-page/mentions.css'
import '../../components/popup/popup.css'
import { keepFocus } from '../../lib/platform/keep-focus.ts'
import { showTheme } from '../../lib/platform/theme.ts'
import { createPopup } from './popup.ts'

const root = document.getElementById('root') as HTMLElement
keepFocus(root)

const popup = createPopup(() => {
  const view = popup.view()
  if (view === null) return
  document.documentElement.lang = view.locale
  showTheme(view.theme)
  render(<Popup {...view.props} />, root)
})

/** Something to know: told aloud when it appears, with what can be done about it. */

import type { ComponentChildren } from 'preact'

export interface NoticeBoxProps {
  kind?: 'info' | 'warning' | 'error' | 'success'
  title?: string
  /** False for what stood there from the beginning, which need not be told aloud. */
  isNews?: boolean
  children?: ComponentChildren
  /** Buttons. */
  actions?: ComponentChildren
}

export const NoticeBox = ({ kind = 'info', title, isNews = true, children, actions }: NoticeBoxProps) => (
  <div class="notice-box" data-kind={kind} role={isNews ? (kind === 'error' ? 'alert' : 'status') : undefined}>
    {title && <p class="notice-title">{title}</p>}
    {children}
    {actions && <div class="buttons">{actions}</div>}
  </div>
)

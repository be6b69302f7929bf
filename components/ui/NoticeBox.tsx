/** Something to know, with what can be done about it. An error is told aloud when it appears; of the rest a `Told` must say so. */

import type { ComponentChildren } from 'preact'

export interface NoticeBoxProps {
  kind?: 'info' | 'warning' | 'error' | 'success'
  title?: string
  children?: ComponentChildren
  /** Buttons. */
  actions?: ComponentChildren
}

export const NoticeBox = ({ kind = 'info', title, children, actions }: NoticeBoxProps) => (
  <div class="notice-box" data-kind={kind} role={kind === 'error' ? 'alert' : undefined}>
    {title && <p class="notice-title">{title}</p>}
    {children}
    {actions && <div class="buttons">{actions}</div>}
  </div>
)

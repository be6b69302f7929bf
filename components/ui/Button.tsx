/** A button: plain, the one that goes on, one that destroys, or one as quiet as a link. */

import type { ComponentChildren } from 'preact'

export interface ButtonProps {
  /** `primary` at most once in a group. */
  kind?: 'plain' | 'primary' | 'danger' | 'quiet'
  /** Name for assistive technology where the words alone do not say what is meant, e.g. "Remove www.ft.com". */
  name?: string
  /** Does nothing for now; it keeps the focus, which it would lose if the browser disabled it. */
  isDisabled?: boolean
  onPress(): void
  children: ComponentChildren
}

export const Button = ({ kind = 'plain', name, isDisabled = false, onPress, children }: ButtonProps) => (
  <button
    type="button"
    class="button"
    data-kind={kind}
    aria-label={name}
    aria-disabled={isDisabled}
    onClick={() => isDisabled || onPress()}
  >
    {children}
  </button>
)

/** A switch with its name and, if there is one, a count or a line that explains it. */

import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

export interface SwitchProps {
  label: string
  /** Said below the name. */
  hint?: string | undefined
  isOn: boolean
  isDisabled?: boolean
  onToggle(isOn: boolean): void
  children?: ComponentChildren
}

export function Switch({ label, hint, isOn, isDisabled = false, onToggle, children }: SwitchProps) {
  const id = useId()
  return (
    <div class="switch-row">
      <span class="switch-label" aria-hidden="true" onClick={() => !isDisabled && onToggle(!isOn)}>
        {label}
        {hint && (
          <span class="switch-hint" id={id}>
            {hint}
          </span>
        )}
      </span>
      {children}
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={isOn}
        aria-label={label}
        aria-describedby={hint ? id : undefined}
        disabled={isDisabled}
        onClick={() => onToggle(!isOn)}
      />
    </div>
  )
}

/** A switch with its name and, if there is one, a count. */

import type { ComponentChildren } from 'preact'

export interface SwitchProps {
  label: string
  isOn: boolean
  isDisabled?: boolean
  onToggle(isOn: boolean): void
  children?: ComponentChildren
}

export const Switch = ({ label, isOn, isDisabled = false, onToggle, children }: SwitchProps) => (
  <div class="switch-row">
    <span class="switch-label" aria-hidden="true" onClick={() => !isDisabled && onToggle(!isOn)}>
      {label}
    </span>
    {children}
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={isOn}
      aria-label={label}
      disabled={isDisabled}
      onClick={() => onToggle(!isOn)}
    />
  </div>
)

/** A switch with its name and, if there is one, a count or a line that explains it. */

import type { ComponentChildren } from 'preact'
import { useOwnId } from './own-id.ts'

export interface SwitchProps {
  label: string
  /** Said below the name. */
  hint?: string | undefined
  /** How many there are of what it switches; the words are told together with the switch. */
  count?: { shown: number; inWords: string } | undefined
  isOn: boolean
  isDisabled?: boolean
  onToggle(isOn: boolean): void
  children?: ComponentChildren
}

export function Switch({ label, hint, count, isOn, isDisabled = false, onToggle, children }: SwitchProps) {
  const id = useOwnId()
  const described = [hint && id, count && `${id}-count`].filter(Boolean).join(' ')
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
      {count && (
        <>
          <span class="count" aria-hidden="true">
            {count.shown}
          </span>
          <span id={`${id}-count`} hidden>
            {count.inWords}
          </span>
        </>
      )}
      {children}
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={isOn}
        aria-label={label}
        aria-describedby={described || undefined}
        disabled={isDisabled}
        onClick={() => onToggle(!isOn)}
      />
    </div>
  )
}

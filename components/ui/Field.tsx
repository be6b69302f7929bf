/** A control with its label above and, where there is one, a hint or what is wrong. */

import type { ComponentChildren } from 'preact'
import { useOwnId } from './own-id.ts'

/** What the control must carry so that label, hint and error are its own. */
export interface FieldIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean
}

export interface FieldProps {
  label: string
  hint?: ComponentChildren
  /** What is wrong with the value, or null. */
  error?: string | null
  control(ids: FieldIds): ComponentChildren
}

export function Field({ label, hint, error = null, control }: FieldProps) {
  const id = useOwnId()
  const described = [hint ? `${id}-hint` : '', error === null ? '' : `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {control({ id, 'aria-describedby': described || undefined, 'aria-invalid': error !== null })}
      {error !== null && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

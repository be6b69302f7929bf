/** A line of text to fill in, with its label. */

import type { ComponentChildren } from 'preact'
import { Field } from './Field.tsx'

export interface TextFieldProps {
  label: string
  hint?: ComponentChildren
  error?: string | null
  /** Which keys a touch keyboard offers. */
  keys?: 'text' | 'url' | 'search'
  value: string
  placeholder?: string
  /** Cannot be changed for now; it keeps the focus, which it would lose if the browser disabled it. */
  isFixed?: boolean
  onInput(value: string): void
  /** The reader pressed Enter. */
  onEnter?(): void
}

export const TextField = ({
  label,
  hint,
  error = null,
  keys = 'text',
  value,
  placeholder,
  isFixed = false,
  onInput,
  onEnter,
}: TextFieldProps) => (
  <Field
    label={label}
    hint={hint}
    error={error}
    control={(ids) => (
      <input
        {...ids}
        class="input"
        type="text"
        inputMode={keys}
        value={value}
        placeholder={placeholder}
        readOnly={isFixed}
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onKeyDown={({ key, isComposing }) => key === 'Enter' && !isComposing && onEnter?.()}
      />
    )}
  />
)

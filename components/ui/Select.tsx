/** A list to choose one from, with its label. */

import type { ComponentChildren } from 'preact'
import { Field } from './Field.tsx'

export interface SelectProps<Value extends string> {
  label: string
  hint?: ComponentChildren
  value: Value
  options: readonly { value: Value; label: string; lang?: string }[]
  isDisabled?: boolean
  onChoose(value: Value): void
}

export const Select = <Value extends string>({
  label,
  hint,
  value,
  options,
  isDisabled = false,
  onChoose,
}: SelectProps<Value>) => (
  <Field
    label={label}
    hint={hint}
    control={(ids) => (
      <select
        {...ids}
        class="select"
        disabled={isDisabled}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex]
          if (chosen) onChoose(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  />
)

/** A few choices, all in sight, of which one holds; as lines or as cards with a picture. */

import type { ComponentChildren } from 'preact'
import { useOwnId } from './own-id.ts'

export interface Choice<Value extends string> {
  value: Value
  label: string
  hint?: string
  /** Decoration only: whatever it shows is also said. */
  picture?: ComponentChildren
}

export interface RadioGroupProps<Value extends string> {
  label: string
  hint?: ComponentChildren
  layout?: 'lines' | 'cards'
  value: Value
  choices: readonly Choice<Value>[]
  isDisabled?: boolean
  onChoose(value: Value): void
}

export function RadioGroup<Value extends string>({
  label,
  hint,
  layout = 'lines',
  value,
  choices,
  isDisabled = false,
  onChoose,
}: RadioGroupProps<Value>) {
  const name = useOwnId()
  return (
    <fieldset disabled={isDisabled} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend class="field-label">{label}</legend>
      {hint && (
        <p class="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div class="choices" data-layout={layout}>
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={choice.hint ? `${name}-${choice.value}` : undefined}
              onChange={() => onChoose(choice.value)}
            />
            <span class="choice-label">{choice.label}</span>
            {choice.hint && (
              <span class="choice-hint" id={`${name}-${choice.value}`}>
                {choice.hint}
              </span>
            )}
            {choice.picture && (
              <span class="choice-picture" aria-hidden="true">
                {choice.picture}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

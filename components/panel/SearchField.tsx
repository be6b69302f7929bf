/** A field to search with: its label is for assistive technology, the placeholder says what to write. */

export interface SearchFieldProps {
  label: string
  placeholder: string
  value: string
  onInput(value: string): void
  /** The reader pressed Enter. */
  onEnter?(): void
}

export const SearchField = ({ label, placeholder, value, onInput, onEnter }: SearchFieldProps) => (
  <div class="search-field">
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.4 10.4l3.1 3.1"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
      />
    </svg>
    <input
      class="input"
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={value}
      spellcheck={false}
      autocomplete="off"
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
      onKeyDown={({ key, isComposing }) => key === 'Enter' && !isComposing && onEnter?.()}
    />
  </div>
)

/** An input for a JSON file, as it stands in a field or behind a button. */

import type { InputHTMLAttributes, Ref } from 'preact'

export interface FileInputProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'role' | 'accept' | 'onChange'
> {
  /** To the input, for a button that opens it. */
  chooser?: Ref<HTMLInputElement>
  onFile(file: File): void
}

export const FileInput = ({ chooser = null, onFile, ...rest }: FileInputProps) => (
  <input
    {...rest}
    ref={chooser}
    type="file"
    accept=".json,application/json"
    onChange={({ currentTarget }) => {
      const [file] = currentTarget.files ?? []
      if (file) onFile(file)
      // The same file, mended, can be chosen again.
      currentTarget.value = ''
    }}
  />
)

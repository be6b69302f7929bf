/** An edition from a file: chosen by the reader, examined, and offered before anything changes. */

import { Locked } from '../ui/Locked.tsx'
import { Field } from '../ui/Field.tsx'
import { FileInput } from '../ui/FileInput.tsx'
import type { DatasetPartProps } from './dataset-view.ts'

export function DatasetFile({ view, actions, t }: DatasetPartProps) {
  const { isOff, canVerify } = view.status
  if (isOff.imports)
    return (
      <p>
        <Locked label={t('options_fault_import_off')} />
      </p>
    )
  if (!canVerify) return null
  return (
    <Field
      label={t('options_data_file')}
      hint={t('options_data_file_hint')}
      control={(ids) => (
        <FileInput
          {...ids}
          // Disabled by the browser it would lose the focus.
          aria-disabled={view.errand !== null}
          onClick={(event) => view.errand !== null && event.preventDefault()}
          onFile={actions.onFile}
        />
      )}
    />
  )
}

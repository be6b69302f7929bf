/** The edition in use: its number and age, who signed it, what it changed, and the ways back. */

import { editionAge } from '../../lib/i18n/age.ts'
import { Button } from '../ui/Button.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { Changes } from './Changes.tsx'
import { originInWords } from './edition-words.ts'
import type { DatasetPartProps } from './dataset-view.ts'

export function DatasetInUse({ view, actions, t, locale, nowMs }: DatasetPartProps) {
  const { status, errand } = view
  const { current, onPages, previous, bundled, changes } = status
  const inUse = current?.edition ?? onPages
  const isBusy = errand !== null
  return (
    <div class="data-part">
      {/* That another one is in use is heard. */}
      <p class={inUse === null ? undefined : 'data-edition'} role="status">
        {inUse === null
          ? t('options_data_none')
          : t('options_data_edition', { edition: inUse, age: editionAge(inUse, nowMs, locale) })}
      </p>
      {current && (
        <>
          <p>{originInWords(current, t)}</p>
          {current.isUnsigned && (
            <NoticeBox kind="warning" title={t('options_data_unsigned_title')}>
              <p>{t('options_data_unsigned_in_use')}</p>
            </NoticeBox>
          )}
        </>
      )}
      {changes && (
        <Changes
          changes={changes}
          title={t('options_data_last_change', { from: changes.from || '—', to: changes.to })}
          isOpen={false}
          t={t}
        />
      )}
      <div class="buttons">
        {previous && (
          <Button isDisabled={isBusy} onPress={actions.onRollBack}>
            {t('options_data_roll_back', { edition: previous.edition })}
          </Button>
        )}
        {current?.origin.kind !== 'bundled' && (
          <Button isDisabled={isBusy} onPress={actions.onBundled}>
            {t('options_data_use_bundled', { edition: bundled })}
          </Button>
        )}
      </div>
    </div>
  )
}

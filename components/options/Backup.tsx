/** Settings to a file and from one, with what would change shown first, and all of them back to where they began. */

import { useRef } from 'preact/hooks'
import { Button } from '../ui/Button.tsx'
import { FileInput } from '../ui/FileInput.tsx'
import { Locked } from '../ui/Locked.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { Told } from '../ui/Told.tsx'
import type { OwnKey } from '../../lib/settings/change.ts'
import type { Policy } from '../../lib/settings/policy-definition.ts'
import type { PartProps } from './options-view.ts'
import { titleOf, valueInWords } from './settings-words.ts'

/** True where the organisation's word stands over the whole setting. */
const isLocked = (key: OwnKey, policy: Policy): boolean =>
  (key === 'economy' || key === 'language') && policy[key] !== null

function PreviewBox({ view, actions }: PartProps) {
  const { preview, own, policy, t } = view
  if (preview === null) return null
  if (preview.changes.length === 0)
    return (
      <NoticeBox
        title={t('options_preview_none')}
        actions={<Button onPress={actions.onCancel}>{t('options_dismiss')}</Button>}
      />
    )
  const next = { ...own, ...preview.settings }
  return (
    <NoticeBox
      title={t('options_preview_title')}
      actions={
        <>
          <Button kind="primary" onPress={actions.onApply}>
            {t('options_preview_apply')}
          </Button>
          <Button onPress={actions.onCancel}>{t('options_preview_cancel')}</Button>
        </>
      }
    >
      <dl class="changes-list">
        {preview.changes.map((key) => (
          <div key={key}>
            <dt>{titleOf(key, view)}</dt>
            <dd>
              {t('options_preview_change', {
                from: valueInWords(key, own, view),
                to: valueInWords(key, next, view),
              })}
              {isLocked(key, policy) && <Locked label={t('options_preview_locked')} />}
            </dd>
          </div>
        ))}
      </dl>
    </NoticeBox>
  )
}

export function Backup(props: PartProps) {
  const { view, actions } = props
  const { problem, preview, t } = view
  const about = preview && t(preview.changes.length === 0 ? 'options_preview_none' : 'options_preview_title')
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <div class="panel fields">
      <div class="buttons">
        <Button onPress={actions.onExport}>{t('options_export')}</Button>
        <Button onPress={() => chooser.current?.click()}>{t('options_import')}</Button>
        <FileInput chooser={chooser} hidden aria-label={t('options_import')} onFile={actions.onFile} />
      </div>
      {problem !== null && <NoticeBox kind="error" title={problem} />}
      <Told says={about ?? ''} />
      <PreviewBox {...props} />
      <div class="danger">
        <Button kind="danger" onPress={actions.onReset}>
          {t('options_reset')}
        </Button>
        <p class="field-hint">{t('options_reset_hint')}</p>
      </div>
    </div>
  )
}

/** The keyboard shortcuts as the browser has them, and the way to where it changes them. */

import { Button } from '../ui/Button.tsx'
import type { PartProps } from './options-view.ts'

export function Shortcuts({ view: { shortcuts, t }, actions }: PartProps) {
  if (shortcuts.length === 0) return <p class="panel empty">{t('options_shortcuts_none')}</p>
  return (
    <div class="panel">
      <dl class="rows">
        {shortcuts.map(({ does, keys }) => (
          <div key={does} class="row">
            <dt class="row-text">{does || t('options_shortcuts_open')}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="row-note">{t('options_shortcuts_unset')}</span>}</dd>
          </div>
        ))}
      </dl>
      <div class="buttons">
        <Button onPress={actions.onChangeShortcuts}>{t('options_shortcuts_change')}</Button>
      </div>
    </div>
  )
}

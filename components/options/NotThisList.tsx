/** Words that the reader no longer wants marked, each with a way back. */

import { Button } from '../ui/Button.tsx'
import type { PartProps } from './options-view.ts'
import { notThisInWords } from './settings-words.ts'

export function NotThisList({ view, actions }: PartProps) {
  const { own, t } = view
  if (own.notThis.length === 0) return <p class="panel empty">{t('options_not_this_none')}</p>
  return (
    <ul class="panel rows">
      {own.notThis.map((item) => {
        const name = notThisInWords(item, view)
        return (
          <li key={JSON.stringify(item)} class="row">
            <span class="row-text">
              {name}
              <span class="row-note">{item.host ?? t('options_not_this_everywhere')}</span>
            </span>
            <Button kind="quiet" name={`${t('options_remove')}: ${name}`} onPress={() => actions.onRemoveNotThis(item)}>
              {t('options_remove')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

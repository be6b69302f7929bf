/** An edition that waits for the reader's word: what it changes, who signed it, and a warning where nobody did. */

import type { Translate } from '../../lib/i18n/t.ts'
import type { Offer } from '../../lib/updates/state.ts'
import { Button } from '../ui/Button.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { Changes } from './Changes.tsx'
import type { DatasetPartProps } from './dataset-view.ts'

export const offerTitle = ({ isUnsigned, to, source }: Offer, t: Translate): string =>
  t(isUnsigned ? 'options_data_offer_unsigned' : 'options_data_offer', { edition: to, source })

export function DatasetOffer({ view, actions, t, locale }: DatasetPartProps) {
  const { offer } = view.status
  if (offer === null) return null
  const isBusy = view.errand !== null
  const { isUnsigned, handsOverTo, signer } = offer
  return (
    <NoticeBox
      kind={isUnsigned ? 'warning' : 'info'}
      title={offerTitle(offer, t)}
      actions={
        <>
          <Button kind={isUnsigned ? 'danger' : 'primary'} isDisabled={isBusy} onPress={actions.onAccept}>
            {t(isUnsigned ? 'options_data_accept_unsigned' : 'options_data_accept')}
          </Button>
          <Button isDisabled={isBusy} onPress={actions.onDismiss}>
            {t('options_data_dismiss')}
          </Button>
        </>
      }
    >
      <p>{isUnsigned ? t('options_data_unsigned_warning') : t('options_data_signed_by', { key: signer })}</p>
      {handsOverTo.length > 0 && (
        <p>
          {t('options_data_hands_over', {
            keys: new Intl.ListFormat(locale).format(handsOverTo),
          })}
        </p>
      )}
      <Changes changes={offer} title={t('options_data_what_changes')} isOpen t={t} />
    </NoticeBox>
  )
}

/** The feed: its address, the key that signs it, how often it is asked, and asking it now. */

import { useEffect, useState } from 'preact/hooks'
import type { Translate } from '../../lib/i18n/t.ts'
import type { FaultCode } from '../../lib/updates/fault.ts'
import { Button } from '../ui/Button.tsx'
import { Locked } from '../ui/Locked.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { TextField } from '../ui/TextField.tsx'
import { timeInWords } from './edition-words.ts'
import { faultLine } from './fault-line.ts'
import type { DatasetPartProps, DatasetView } from './dataset-view.ts'

/** What the last errand found wrong with the words in a field; null where that was nothing, or something else. */
const errorIn = (code: FaultCode, { view: { outcome }, t, locale }: DatasetPartProps): string | null =>
  outcome !== null && outcome !== 'up-to-date' && outcome.code === code ? faultLine(outcome, t, locale) : null

export function keyTitle({ feed }: NonNullable<DatasetView['proposed']>, t: Translate): string {
  return feed === '' ? t('options_data_key_typed') : t('options_data_key_shown', { host: new URL(feed).host })
}

/** A key to be compared with what its publisher says elsewhere. */
function ProposedKey({ view, actions, t }: DatasetPartProps) {
  const { proposed, errand } = view
  if (proposed === null) return null
  return (
    <NoticeBox
      title={keyTitle(proposed, t)}
      actions={
        <>
          <Button kind="primary" isDisabled={errand !== null} onPress={() => actions.onTrust(true)}>
            {t('options_data_trust')}
          </Button>
          <Button onPress={() => actions.onTrust(false)}>{t('options_data_trust_not')}</Button>
        </>
      }
    >
      <p class="data-fingerprint">{proposed.key.fingerprint}</p>
      <p>{t('options_data_key_compare')}</p>
    </NoticeBox>
  )
}

function Keys(props: DatasetPartProps) {
  const { view, actions, t } = props
  const { inForce, areManaged } = view.status.keys
  const [typed, setTyped] = useState('')
  // One with a slip in it stays, to be mended.
  useEffect(() => {
    if (view.proposed?.feed === '') setTyped('')
  }, [view.proposed])
  const isAddable = typed.trim() !== '' && view.errand === null
  const add = () => {
    if (isAddable) actions.onKey(typed)
  }
  return (
    <details>
      <summary>{t('options_data_keys')}</summary>
      {areManaged && <Locked label={t('options_data_managed')} />}
      {inForce.length === 0 && <p>{t('options_data_no_keys')}</p>}
      <ul>
        {inForce.map(({ publicKey, fingerprint }) => (
          <li key={publicKey}>
            <span class="data-fingerprint">{fingerprint}</span>
            {!areManaged && (
              <Button
                kind="quiet"
                name={t('options_data_distrust_key', { key: fingerprint })}
                onPress={() => actions.onDistrust(publicKey)}
              >
                {t('options_data_distrust')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!areManaged && (
        <>
          <TextField
            label={t('options_data_key_field')}
            error={errorIn('bad-key', props)}
            value={typed}
            onInput={setTyped}
            onEnter={add}
          />
          <Button isDisabled={!isAddable} onPress={add}>
            {t('options_data_key_add')}
          </Button>
        </>
      )}
    </details>
  )
}

/** What came of asking the feed last. */
function LastTime({ view, t, locale }: DatasetPartProps) {
  const { last } = view.status
  if (last === null) return null
  const time = timeInWords(last.at, locale)
  return (
    <p class="field-hint">
      {last.fault === null
        ? t('options_data_last_check', { time })
        : t('options_data_last_fault', { time, fault: faultLine(last.fault, t, locale) })}
    </p>
  )
}

export function DatasetFeed(props: DatasetPartProps) {
  const { view, actions, t } = props
  const { feed, schedule, isOff, canVerify, last } = view.status
  // What was entered over a feed stays in sight until another feed is in use.
  const [entered, setEntered] = useState({ over: feed.url, text: feed.url })
  if (isOff.updates)
    return (
      <p>
        <Locked label={t('options_fault_updates_off')} />
      </p>
    )
  if (!canVerify) return <NoticeBox kind="warning" title={t('options_fault_no_ed25519')} />
  const isBusy = view.errand !== null
  const address = entered.over === feed.url ? entered.text : feed.url
  // Permission and key can be lost, or never have been there: the way to them stays open.
  const isToRenew = !feed.isManaged && ['no-access', 'no-key'].includes(last?.fault?.code ?? '')
  const isNew = address.trim() !== feed.url
  const use = () => actions.onFeed(address)
  return (
    <div class="data-part">
      {feed.isManaged ? (
        <p>
          {feed.url} <Locked label={t('options_data_managed')} />
        </p>
      ) : (
        <TextField
          label={t('options_data_feed')}
          hint={t('options_data_feed_hint')}
          error={errorIn('bad-address', props)}
          keys="url"
          placeholder="https://"
          value={address}
          isFixed={isBusy}
          onInput={(text) => setEntered({ over: feed.url, text })}
          onEnter={() => (isNew || isToRenew) && address.trim() !== '' && use()}
        />
      )}
      <div class="buttons">
        {(isNew || isToRenew) && address.trim() !== '' && (
          <Button kind="primary" isDisabled={isBusy} onPress={use}>
            {t('options_data_use_feed')}
          </Button>
        )}
        {!isNew && feed.url !== '' && (
          <Button kind={isToRenew ? 'plain' : 'primary'} isDisabled={isBusy} onPress={actions.onCheck}>
            {t('options_data_check')}
          </Button>
        )}
        {!feed.isManaged && feed.url !== '' && (
          <Button isDisabled={isBusy} onPress={actions.onForgetFeed}>
            {t('options_data_forget_feed')}
          </Button>
        )}
      </div>
      <ProposedKey {...props} />
      <LastTime {...props} />
      {feed.url !== '' && (
        <RadioGroup
          label={t('options_data_schedule')}
          value={schedule}
          isDisabled={feed.isManaged}
          choices={[
            { value: 'never', label: t('options_data_never') },
            { value: 'weekly', label: t('options_data_weekly'), hint: t('options_data_weekly_hint') },
          ]}
          onChoose={actions.onSchedule}
        />
      )}
      <Keys {...props} />
    </div>
  )
}

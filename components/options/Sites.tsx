/** Sites that are switched off, sites that the reader added, and the list that ships, to be searched. */

import { useState } from 'preact/hooks'
import { hostOfPattern } from '../../lib/sites/match.ts'
import { Button } from '../ui/Button.tsx'
import { everyWordOf } from '../ui/every-word.ts'
import { Locked } from '../ui/Locked.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { ListedSite, PartProps } from './options-view.ts'

function SitesOff({ view: { own, policy, t }, actions }: PartProps) {
  const hosts = [...new Set([...policy.sitesOff, ...own.sitesOff.toSorted()])]
  return (
    <div class="panel">
      <h3>{t('options_sites_off')}</h3>
      {hosts.length === 0 ? (
        <p class="empty">{t('options_sites_off_none')}</p>
      ) : (
        <ul class="rows">
          {hosts.map((host) => (
            <li key={host} class="row">
              <span class="row-text">{host}</span>
              {policy.sitesOff.includes(host) ? (
                <Locked label={t('options_data_managed')} />
              ) : (
                <Button
                  kind="quiet"
                  name={`${t('options_sites_on_again')}: ${host}`}
                  onPress={() => actions.onSiteOn(host)}
                >
                  {t('options_sites_on_again')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function SitesAdded({ view: { added, t }, actions }: PartProps) {
  const patterns = Object.keys(added).toSorted()
  return (
    <div class="panel">
      <h3>{t('options_sites_added')}</h3>
      {patterns.length === 0 ? (
        <p class="empty">{t('options_sites_added_none')}</p>
      ) : (
        <ul class="rows">
          {patterns.map((pattern) => {
            const name = hostOfPattern(pattern) || t('options_sites_all')
            return (
              <li key={pattern} class="row">
                <span class="row-text">
                  {name}
                  {added[pattern] === 'withdrawn' && <span class="row-note">{t('options_sites_withdrawn')}</span>}
                </span>
                <Button
                  kind="quiet"
                  name={`${t('options_remove')}: ${name}`}
                  onPress={() => actions.onRemoveSite(pattern)}
                >
                  {t('options_remove')}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** How many sites are shown until the reader asks for all. */
const FIRST = 10

/** Sites whose name, host or language holds every word of the query. */
function matching(listed: readonly ListedSite[], query: string, languages: Intl.DisplayNames): readonly ListedSite[] {
  const isFound = everyWordOf(query)
  return listed.filter(({ host, name, lang }) => isFound(`${host} ${name} ${lang} ${languages.of(lang) ?? ''}`))
}

function SitesListed({ view: { listed, t, locale } }: Pick<PartProps, 'view'>) {
  const [query, setQuery] = useState('')
  const [isWhole, setWhole] = useState(false)
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  const found = matching(listed, query, languages)
  const title = t('options_sites_listed', { sites: listed.length })
  return (
    <details class="panel">
      <summary>
        <h3>{title}</h3>
      </summary>
      <div class="fields">
        <TextField
          label={t('options_sites_search')}
          hint={t('options_sites_search_hint')}
          keys="search"
          value={query}
          onInput={setQuery}
        />
        <p class="field-hint" role="status">
          {found.length === 0
            ? t('options_sites_none_found')
            : t('options_sites_found', { count: found.length, total: listed.length })}
        </p>
        <ul class="rows">
          {found.slice(0, isWhole ? undefined : FIRST).map(({ host, name, lang }) => (
            <li key={host} class="row">
              <span class="row-text" lang={lang}>
                {name}
              </span>
              <span class="row-note">{host}</span>
              <span class="row-note row-language">{languages.of(lang)}</span>
            </li>
          ))}
        </ul>
        {found.length > FIRST && !isWhole && (
          <div class="buttons">
            <Button onPress={() => setWhole(true)}>{t('options_sites_show_all')}</Button>
          </div>
        )}
      </div>
    </details>
  )
}

export function Sites(props: PartProps) {
  const { policy, t, numbers } = props.view
  return (
    <>
      {policy.sitesAllowed.length > 0 && (
        <NoticeBox>
          <p>
            {t('options_sites_only', {
              hosts: new Intl.ListFormat(numbers).format(policy.sitesAllowed),
            })}
          </p>
        </NoticeBox>
      )}
      <SitesOff {...props} />
      <SitesAdded {...props} />
      <SitesListed {...props} />
    </>
  )
}

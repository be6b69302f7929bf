/** The mentions of a page in groups: each a button that goes there, below the figure that its card opens on. */

import { categoryKey } from '../../lib/i18n/categories.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import type { ListedMention } from '../../lib/messaging/protocol.ts'
import { fromWord, toWord } from '../../lib/report/whole-words.ts'
import type { Group, IndexedMention, Run } from './groups.ts'

export interface MentionListProps {
  groups: readonly Group[]
  /** Language (BCP 47) of the page's words, which is not ours; '' where the page declares none. */
  lang: string
  /** Name of a group that is an entry. */
  nameOf(entry: string): string
  t: Translate
  /** Goes to a mention on the page and opens its card. */
  onShow(index: number): void
  /** Opens the page of a mention's entry; without it there is no such button. */
  onEntry?(mention: ListedMention): void
}

export const MentionList = (props: MentionListProps) => (
  <div class="mentions">
    {props.groups.map((group) => (
      <section key={group.key} data-category={group.category ?? undefined}>
        {group.key !== '' && (
          <h3 class="group" data-category={group.category ?? undefined}>
            <span class="line" aria-hidden="true" />
            <span class="group-name">{headingOf(group, props)}</span>
            <span class="count">{group.count}</span>
          </h3>
        )}
        {group.runs.map((run) => (
          <RunOfMentions key={run.mentions[0]?.index} run={run} {...props} />
        ))}
      </section>
    ))}
  </div>
)

const headingOf = ({ key, category }: Group, { nameOf, t }: MentionListProps) =>
  key === category ? t(categoryKey(category)) : nameOf(key)

const RunOfMentions = ({ run, lang, nameOf, t, onShow, onEntry }: { run: Run } & MentionListProps) => (
  <div class="run" data-category={run.category}>
    {(run.figure || onEntry) && (
      <div class="run-head">
        <p class="run-figure">{run.figure || nameOf(run.entry)}</p>
        {onEntry && run.mentions[0] && (
          <button
            type="button"
            class="run-entry"
            aria-label={t('panel_about', { entry: nameOf(run.entry) })}
            title={t('panel_about', { entry: nameOf(run.entry) })}
            onClick={() => onEntry(run.mentions[0] as IndexedMention)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M6 3.5 10.5 8 6 12.5" fill="none" stroke="currentColor" stroke-width="1.6" />
            </svg>
          </button>
        )}
      </div>
    )}
    <ul>
      {run.mentions.map((mention) => (
        <li key={mention.index}>
          <button
            type="button"
            class="mention"
            lang={lang || undefined}
            dir="auto"
            onClick={() => onShow(mention.index)}
          >
            <Words mention={mention} />
          </button>
        </li>
      ))}
    </ul>
  </div>
)

/** What is shorter than this (UTF-16 units) ends with its paragraph: nothing was cut off. */
const CUT_FROM = 30

/** The mention among the words around it, none of them cut in half. */
function Words({ mention: { before, text, after } }: { mention: IndexedMention }) {
  const head = (before.length < CUT_FROM ? '' : '…') + fromWord(before, CUT_FROM)
  const tail = toWord(after, CUT_FROM) + (after.length < CUT_FROM ? '' : '…')
  return (
    <>
      {head && <span class="around">{head}</span>}
      <strong>{text}</strong>
      {tail && <span class="around">{tail}</span>}
    </>
  )
}

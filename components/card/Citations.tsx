/** Citations: the small numbers behind a statement, and the list of sources they lead to. */

import type { ComponentChildren } from 'preact'
import type { Source } from '../../lib/card/figure-view.ts'
import type { NamedSource } from '../../lib/card/stored.ts'
import type { Translate } from '../../lib/i18n/t.ts'

const nameOf = ({ publisher, title }: NamedSource) => (title ? `${publisher}, ${title}` : publisher)

/** A link where the source has an https address, else text. `name` is for a label that says less than the source's name. */
function Linked({ source, name, children }: { source: NamedSource; name?: string; children: ComponentChildren }) {
  // A title that says anything else than the name would be read aloud after it.
  const about = name !== undefined ? { class: 'cite', title: name } : {}
  if (source.url === null) return <span {...about}>{children}</span>
  return (
    <a {...about} aria-label={name} href={source.url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

export const Citations = ({ sources }: { sources: readonly Source[] }) => (
  <>
    {sources.map((source) => (
      <span key={source.number}>
        {' '}
        <Linked source={source} name={`[${source.number}] ${nameOf(source)}`}>
          [{source.number}]
        </Linked>
      </span>
    ))}
  </>
)

/** A source by its publisher, linked where it can be. */
export const SourceName = ({ source }: { source: NamedSource }) => <Linked source={source}>{source.publisher}</Linked>

export function SourceList({ sources, edition, t }: { sources: readonly Source[]; edition: string; t: Translate }) {
  if (sources.length === 0) return null
  return (
    <details class="sources">
      <summary>
        {t('sources_heading')} ({sources.length}) · {t('card_edition', { edition })}
      </summary>
      <ol>
        {sources.map((source) => (
          <li key={source.number}>
            <span>{source.number}</span>
            <span>
              {source.url === null ? (
                t('source_unlinked', { ...source, url: '', number: '' })
              ) : (
                <Linked source={source}>{nameOf(source)}</Linked>
              )}
              {source.published && `, ${source.published}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Citations: the small numbers behind a statement, and the list of sources they lead to. */

import type { NamedSource, Source } from '../../lib/card/model.ts'
import type { Translate } from '../../lib/i18n/t.ts'

const nameOf = ({ publisher, title }: Source) => (title ? `${publisher}, ${title}` : publisher)

/** A link where the source has an https address, else its number as text. */
function Citation({ source }: { source: Source }) {
  const label = `[${source.number}]`
  if (source.url === null)
    return (
      <span class="cite" title={nameOf(source)}>
        {label}
      </span>
    )
  return (
    <a
      class="cite"
      href={source.url}
      target="_blank"
      rel="noopener noreferrer"
      title={nameOf(source)}
      aria-label={`${label} ${nameOf(source)}`}
    >
      {label}
    </a>
  )
}

export const Citations = ({ sources }: { sources: readonly Source[] }) => (
  <>
    {sources.map((source) => (
      <span key={source.number}>
        {' '}
        <Citation source={source} />
      </span>
    ))}
  </>
)

/** A source by its publisher, linked where it can be. */
export const SourceName = ({ source }: { source: NamedSource }) =>
  source.url === null ? (
    <span>{source.publisher}</span>
  ) : (
    <a href={source.url} target="_blank" rel="noopener noreferrer">
      {source.publisher}
    </a>
  )

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
                t('source_unlinked', { publisher: source.publisher, title: source.title })
              ) : (
                <a href={source.url} target="_blank" rel="noopener noreferrer">
                  {nameOf(source)}
                </a>
              )}
              {source.published && `, ${source.published}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}

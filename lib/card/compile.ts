/** Compiles the facts of an entry into a card as stored: chooses, words and orders once, at install, what pages then pick from. Pure. */

import { Distinct } from '../detect/distinct.ts'
import type { CardFacts } from '../dataset/facts.ts'
import { MATERIAL_KINDS } from '../dataset/measures.ts'
import { formatDate } from '../i18n/numbers.ts'
import type { MessageKey } from '../i18n/t.ts'
import { compileFigures, type SourceAt } from './compile-figures.ts'
import type { Wording } from './in-words.ts'
import { namedSource } from './named-source.ts'
import type { EntryLink, NamedSource, StoredCard, StoredStatement } from './stored.ts'
import { toldIn } from './told.ts'

/** Finds the entries that a text of a card names; none of them is the card's own. */
export type FindLinks = (text: string) => EntryLink[]

/** The card of `facts` in the words of `wording`; `linksIn` finds other entries in its texts. */
export function compileCard(facts: CardFacts, wording: Wording, linksIn: FindLinks = () => []): StoredCard {
  const { t, locale } = wording
  const sources = new Distinct<NamedSource>()
  const sourceAt: SourceAt = (id) => sources.of(id, () => namedSource(facts.sources, id, locale))
  // An entry is linked where it is first named, and nowhere else on the card.
  const linked = new Set([facts.id])
  const stated = ({ text, sources: ids }: { text: string; sources: readonly string[] }): StoredStatement =>
    statementOf(
      text,
      linksIn(text).filter(([, , entry]) => !linked.has(entry) && linked.add(entry)),
      ids.flatMap((id) => (facts.sources[id] ? [sourceAt(id)] : [])),
    )
  const field = (...names: string[]) =>
    names.flatMap((name) => facts.statements.filter((statement) => statement.field === name)).map(stated)
  const summary = field('summary')
  const [why = null] = field('why')
  const controls = field('controls', 'codes')
  const events = facts.events.map(({ date, text, source }) => ({
    ...stated({ text, sources: [source] }),
    date,
    when: formatDate(date, locale, 'short'),
  }))
  const positions = facts.positions.map((position) => ({
    ...stated(position),
    party: t(`party_${position.party}` as MessageKey),
  }))
  const [trap] = field('trap')
  return {
    id: facts.id,
    category: facts.category,
    title: facts.title,
    otherNames: facts.otherNames,
    summary,
    why,
    controls,
    more: field('uses', 'more'),
    trap: trap ? inOneLine(trap, locale) : null,
    events,
    positions,
    isMaterial: MATERIAL_KINDS.has(facts.kind),
    ...compileFigures(facts, wording, sourceAt),
    told: toldIn(facts.told, wording, sourceAt),
    sources: sources.list,
    edition: facts.edition,
  }
}

const statementOf = (text: string, links: EntryLink[], sources: number[]): StoredStatement => ({
  text,
  ...(links.length > 0 && { links }),
  ...(sources.length > 0 && { sources }),
})

/** A sentence that says less than this (UTF-16 units) needs the next. */
const LINE = 30
/** What ends so ends no sentence, whatever the segmenter says: "vom 1. Dezember", an opening 「. */
const IS_OPEN = /(?:\b\d{1,2}\.\s*|[「『“„（(《«])$/u

/** A statement's first sentence, and the rest; the rest carries the sources where there is one. */
function inOneLine(
  { text, links = [], sources = [] }: StoredStatement,
  locale: string,
): [StoredStatement, StoredStatement | null] {
  let end = 0
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text))
    if (end < LINE || IS_OPEN.test(text.slice(0, end))) end += segment.length
  const line = text.slice(0, end).trimEnd()
  const isAll = line.length >= text.trimEnd().length
  const inLine = links.filter(([, to]) => to <= end)
  if (isAll) return [statementOf(line, inLine, sources), null]
  const inRest = links
    .filter(([from]) => from >= end)
    .map(([from, to, entry]): EntryLink => [from - end, to - end, entry])
  return [statementOf(line, inLine, []), statementOf(text.slice(end), inRest, sources)]
}

/** The words of a dataset in one locale: names, statements, events, labels. What the locale lacks comes in English. */

import { joinNames, namesIn } from './cells.ts'
import { languageOfLocale } from './locales.ts'
import type { EntryRow, EventRow, FigureRow, Locale, MeasureRow, Tables, TextRow } from './types.ts'

/** Fields of `texts` that are names and no statements. */
export const NAME_FIELDS: ReadonlySet<string> = new Set(['title', 'names'])

/** The commodity of a row that is about no goods: a sign for code and no word for readers, so it stays in every locale. */
export const NO_COMMODITY = 'not applicable'

/** A name with its language (BCP 47), to be read and drawn in it; without one it is the locale's, nobody's, or not known. */
export type OtherName = [name: string, lang?: string]

/** Writings that tell the language; what is written in Chinese characters alone may be Japanese. */
const SCRIPTS = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
] as const

/** How the dataset says things in one locale. */
export interface Localised {
  nameOf(entry: EntryRow): string
  /** Names in other languages and short forms, as shown under the title. */
  otherNamesOf(entry: EntryRow): OtherName[]
  /** Statements of an entry, without its names. */
  statementsOf(entry: EntryRow): TextRow[]
  eventOf(event: EventRow): string
  /** The row with its label and commodity in the locale; a label that is the measure's id is no word. */
  figureOf(row: FigureRow): FigureRow
  /** What a measure means. */
  measureOf(measure: MeasureRow): string
}

/** The words of `tables` in a locale; looked up when they are asked for. */
export function localised(tables: Tables, locale: Locale): Localised {
  const texts = tables.texts.filter((row) => row.locale === locale || row.locale === 'en')
  const nameIn = (entry: EntryRow, field: string) =>
    texts.find((row) => row.entry === entry.id && row.field === field && row.locale === locale)?.text
  const nameOf = (entry: EntryRow) => nameIn(entry, 'title') ?? entry.name_en
  const events = new Map(
    tables['event-texts'].filter((row) => row.locale === locale).map(({ event, text }) => [event, text]),
  )
  const wordings = new Map(
    tables.wordings.filter((row) => row.locale === locale).map(({ wording, text }) => [wording, text]),
  )
  const say = (wording: string) => wordings.get(wording) ?? wording
  const readers = languageOfLocale(locale)
  const inLanguage = (name: string, { id, name_en }: EntryRow): OtherName => {
    const asTerm = name.toLowerCase()
    const known = tables.terms
      .filter(({ entry, form }) => entry === id && form.toLowerCase() === asTerm)
      .map(({ lang }) => lang)
    if (name === name_en) known.push('en')
    const lang = known.includes(readers)
      ? readers
      : (known[0] ?? SCRIPTS.find(([script]) => script.test(name))?.[1] ?? readers)
    return lang === readers ? [name] : [name, lang]
  }
  return {
    nameOf,
    otherNamesOf(entry) {
      const name = nameOf(entry)
      const others = namesIn(nameIn(entry, 'names') ?? joinNames([entry.name_en, entry.other_names]))
      return [...new Set(others)].filter((other) => other !== name).map((other) => inLanguage(other, entry))
    },
    statementsOf(entry) {
      const own = texts.filter((row) => row.entry === entry.id && !NAME_FIELDS.has(row.field))
      const fields = new Set(own.filter((row) => row.locale === locale).map(({ field }) => field))
      return own.filter((row) => row.locale === locale || !fields.has(row.field))
    },
    eventOf: ({ id, event }) => events.get(id) ?? event,
    figureOf: (row) => ({
      ...row,
      label: row.label === row.measure ? row.label : say(row.label),
      commodity: row.commodity === NO_COMMODITY ? row.commodity : say(row.commodity),
    }),
    measureOf: ({ description }) => say(description),
  }
}

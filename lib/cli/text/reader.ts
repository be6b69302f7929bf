/** Reads texts outside the browser: detection, economies, numbers and headline figures from the bundled dataset. */

import type { Wording } from '../../card/in-words.ts'
import { compileCard } from '../../card/compile.ts'
import { figureLine } from '../../card/figure-view.ts'
import { buildCard } from '../../card/model.ts'
import type { StoredCard } from '../../card/stored.ts'
import { WORLD } from '../../dataset/answering.ts'
import { cardFacts, economyPhrases, type CardFacts } from '../../dataset/facts.ts'
import { chooseHeadline } from '../../dataset/headline.ts'
import { lexiconSource } from '../../dataset/lexicon-source.ts'
import { detectByLine } from '../../detect/detect.ts'
import { economyOfArticle, economyOfSentence } from '../../detect/economy.ts'
import { isMention } from '../../detect/judge.ts'
import { guessLanguage } from '../../detect/language.ts'
import { compileLexicon } from '../../detect/compile.ts'
import { loadLexicon, type Lexicon } from '../../detect/lexicon.ts'
import { economiesIn } from '../../detect/namings.ts'
import { numberTiedTo } from '../../detect/tied-number.ts'
import type { TiedNumber, Judge, Language, Mention } from '../../detect/types.ts'
import { englishWording } from './english-wording.ts'
import { withLineFeeds } from './line-ends.ts'
import { readEdition } from '../dataset/package-files.ts'
import { utcToday } from '../utc-today.ts'

/** A mention with what a card would open on. */
export interface ReadMention extends Mention {
  economy: string
  /** The article's own number tied to the mention. */
  number: TiedNumber | null
  /** Id in figures.csv, a list where the headline is a range, or null where the entry has no headline. */
  figure: string | string[] | null
}

export interface TextReader {
  /** Ids in figures.csv of what a card of the entry opens on: more than one of a range, none where it has no headline. */
  figuresOf(entry: string, economy: string, date?: string): string[]
  /** Mentions of `text`, by its own offsets; language is guessed and the date is today where they are not given. */
  read(text: string, about: { language?: Language | undefined; date?: string | undefined }): ReadMention[]
  /** The headline figure on one line; '' where the entry has none. */
  figureInWords(mention: ReadMention, date?: string): string
}

/** Characters of a text's beginning that tell what it is about, as on a page. */
const LEAD_LENGTH = 1600

/** The first line of a plain text stands for its headline. */
const headlineOf = (text: string) => text.slice(0, 300).split('\n', 1)[0] ?? ''

const judge: Judge = ({ sentence, end }) => isMention(sentence, end)

/** Reads the bundled dataset once; lexicons are compiled when a language is first met. `isJudged`: with the second look. */
export async function createReader({ isJudged = true, today = utcToday() } = {}): Promise<TextReader> {
  const edition = await readEdition()
  const source = lexiconSource(edition.tables)
  const entries = new Map(edition.tables.entries.map((entry) => [entry.id, entry]))
  const lexicons = new Map<Language, Lexicon>()
  const facts = new Map<string, CardFacts>()
  const cards = new Map<string, StoredCard>()
  const wording: Wording = await englishWording(economyPhrases(edition.tables, 'en'))

  const lexiconOf = (language: Language): Lexicon => {
    const known = lexicons.get(language)
    if (known) return known
    const lexicon = loadLexicon(compileLexicon(source, language))
    lexicons.set(language, lexicon)
    return lexicon
  }
  const factsOf = (id: string): CardFacts | null => {
    const entry = entries.get(id)
    if (!entry) return null
    const known = facts.get(id) ?? cardFacts(edition, entry, 'en')
    facts.set(id, known)
    return known
  }
  const cardOf = (id: string): StoredCard | null => {
    const known = factsOf(id)
    if (!known) return null
    const card = cards.get(id) ?? compileCard(known, wording)
    cards.set(id, card)
    return card
  }
  // What a card opens on: today's figure where there is none from before the text.
  const figuresOf = (entry: string, economy: string, date = today): string[] => {
    const known = factsOf(entry)
    const answer = known && chooseHeadline(known, economy, date, today)
    return (answer?.headline ?? answer?.now)?.figures.map(({ id }) => id) ?? []
  }
  return {
    figuresOf,
    read(given, { language, date }) {
      const { text, givenOffset } = withLineFeeds(given)
      const lexicon = lexiconOf(language ?? guessLanguage(text))
      const lead = text.slice(0, LEAD_LENGTH)
      const paragraphs = detectByLine(lexicon, text, lead, isJudged ? judge : undefined)
      if (paragraphs.length === 0) return []
      const headline = headlineOf(text)
      const article = economyOfArticle(lexicon, headline, lead.slice(headline.length)) ?? WORLD
      return paragraphs.flatMap(({ text: line, offset, mentions }) => {
        const namings = economiesIn(lexicon, line)
        const inGiven = ({ start, end }: { start: number; end: number }) => ({
          start: givenOffset(start + offset),
          end: givenOffset(end + offset),
        })
        return mentions.map((mention) => {
          const economy = economyOfSentence(lexicon, line, mention.start, mention.end, namings) ?? article
          const ids = figuresOf(mention.entry, economy, date)
          const figure = ids.length > 1 ? ids : (ids[0] ?? null)
          const number = numberTiedTo(lexicon, line, mention.start, mention.end)
          const place = inGiven(mention)
          return {
            ...mention,
            ...place,
            text: given.slice(place.start, place.end),
            economy,
            number: number && { ...number, ...inGiven(number) },
            figure,
          }
        })
      })
    },
    figureInWords({ entry, economy, number }, date = today) {
      const card = cardOf(entry)
      const figure = card && buildCard(card, { economy, articleDate: date, today, number }, wording).figure
      return figure ? figureLine(figure) : ''
    },
  }
}

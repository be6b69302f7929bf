/**
 * Scores what is said of a mention beside its span: its entry, the figure on its card, the economy whose dependence is meant,
 * and the article's own number with what that is a share of.
 *
 * An article is a JSON line `{"headline","article","paragraphs"}`. In headline and paragraphs mentions are marked
 * `⟦words|entry|economy|number|of⟧`: the economy that the sentence means (several that are equally right parted by `/`, `-`
 * for none), the number as written (`-` for none), and `bought`, `mined`, `refined` or `-`. `article` is the economy that the
 * item is about, which counts where the sentence means none; failing that it is the world. Knows nothing of how they are found.
 */

/** A labelled mention; offsets in UTF-16 units of the article's text. */
export interface LabelledMention {
  start: number
  end: number
  entry: string
  /** Any of these is right. */
  economies: readonly string[]
  /** The sentence itself says so. */
  isNamed: boolean
  number: string | null
  of: string | null
}

export interface LabelledArticle {
  /** Headline and paragraphs, parted by empty lines. */
  text: string
  mentions: LabelledMention[]
}

/** What is found out about a mention. */
export interface ReadMention {
  start: number
  end: number
  entry: string
  economy: string
  number: { text: string; of: string | null } | null
}

/** How an article is read: what is found in it, and the figures that a card of an entry and an economy opens on. */
export interface ArticleReader {
  read(text: string): readonly ReadMention[]
  figuresOf(entry: string, economy: string): readonly string[]
}

/** Right ones of all that count. */
export interface Share {
  right: number
  all: number
}

/**
 * What is counted: labelled mentions that were found, and of these the entry; the figure that a card opens on, which several
 * entries and economies share; the economy, where the sentence names it and where it does not; of the numbers found the right
 * ones and of those labelled; the same of shares that are set beside the dataset's, where number and what it is a share of
 * must be right.
 */
const COUNTED = [
  'found',
  'entry',
  'figure',
  'economy',
  'named',
  'unnamed',
  'numberPrecision',
  'numberRecall',
  'sharePrecision',
  'shareRecall',
] as const
type Counted = (typeof COUNTED)[number]

export type ArticleScore = { lang: string } & Record<Counted, Share>

const MARK = /⟦([^|⟧]+)\|([^|⟧]+)\|([^|⟧]+)\|([^|⟧]+)\|([^|⟧]+)⟧/gu
const orNull = (field: string) => (field === '-' ? null : field)

/** Throws an Error that names the line where one is no labelled article. */
export function parseArticles(jsonl: string): LabelledArticle[] {
  return jsonl
    .split('\n')
    .filter(Boolean)
    .map((line, index) => {
      try {
        return parseArticle(JSON.parse(line) as { headline: string; article: string; paragraphs: string[] })
      } catch (error) {
        throw new Error(`line ${index + 1} is no labelled article: ${String(error)}`, { cause: error })
      }
    })
}

function parseArticle({
  headline,
  article,
  paragraphs,
}: {
  headline: string
  article: string
  paragraphs: string[]
}): LabelledArticle {
  const marked = [headline, ...paragraphs].join('\n\n')
  const mentions: LabelledMention[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(MARK)) {
    const [all, words, entry, economy, number, of] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    text += marked.slice(last, match.index)
    last = match.index + all.length
    const isNamed = economy !== '-'
    mentions.push({
      start: text.length,
      end: text.length + words.length,
      entry,
      economies: (isNamed ? economy : (orNull(article) ?? 'WLD')).split('/'),
      isNamed,
      number: orNull(number),
      of: orNull(of),
    })
    text += words
  }
  return { text: text + marked.slice(last), mentions }
}

const bare = (number: string) => number.replace(/\s/g, '')
/** "about 60%" is "60%". */
const isSameNumber = (a: string, b: string) => bare(a).includes(bare(b)) || bare(b).includes(bare(a))

const share = <Item>(items: readonly Item[], isRight: (item: Item) => boolean): Share => ({
  right: items.filter(isRight).length,
  all: items.length,
})

/** Scores `reader` over the articles of one language. */
export function scoreArticles(lang: string, articles: readonly LabelledArticle[], reader: ArticleReader): ArticleScore {
  const pairs = articles.flatMap(({ text, mentions }) => {
    const found = reader.read(text)
    return mentions.map((label) => ({
      label,
      met: found.find(({ start, end }) => start < label.end && label.start < end),
    }))
  })
  const met = pairs.flatMap(({ label, met: mention }) => (mention ? [{ label, ...mention }] : []))
  const hasEconomy = ({ label, economy }: (typeof met)[number]) => label.economies.includes(economy)
  const opensOn = (entry: string, economy: string) => reader.figuresOf(entry, economy).join()
  const figuresOf = ({ entry, economies }: LabelledMention) => economies.map((each) => opensOn(entry, each))
  const hasNumber = ({ label, number }: (typeof met)[number]) =>
    number !== null && label.number !== null && isSameNumber(number.text, label.number)
  const hasShare = (each: (typeof met)[number]) => hasNumber(each) && each.number?.of === each.label.of
  const numbered = met.filter(({ number }) => number !== null)
  const shares = met.filter(({ number }) => number !== null && number.of !== null)
  return {
    lang,
    found: { right: met.length, all: pairs.length },
    entry: share(met, ({ label, entry }) => label.entry === entry),
    figure: share(
      // Where an entry has a figure at all.
      met.filter(({ label }) => figuresOf(label).some(Boolean)),
      ({ label, entry, economy }) => figuresOf(label).includes(opensOn(entry, economy)),
    ),
    economy: share(met, hasEconomy),
    named: share(
      met.filter(({ label }) => label.isNamed),
      hasEconomy,
    ),
    unnamed: share(
      met.filter(({ label }) => !label.isNamed),
      hasEconomy,
    ),
    numberPrecision: share(numbered, hasNumber),
    numberRecall: share(
      met.filter(({ label }) => label.number !== null),
      hasNumber,
    ),
    sharePrecision: share(shares, hasShare),
    shareRecall: share(
      met.filter(({ label }) => label.of !== null),
      hasShare,
    ),
  }
}

/** All languages as one row. */
export function addUpArticles(scores: readonly ArticleScore[]): ArticleScore {
  const sum = (name: Counted): Share => ({
    right: scores.reduce((total, score) => total + score[name].right, 0),
    all: scores.reduce((total, score) => total + score[name].all, 0),
  })
  return { lang: 'all', ...(Object.fromEntries(COUNTED.map((name) => [name, sum(name)])) as Record<Counted, Share>) }
}

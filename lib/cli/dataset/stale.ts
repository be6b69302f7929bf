/** `dataset stale`: headline figures past their time, oldest first. */

import { headlinePeriod, headlineValue } from '../../card/in-words.ts'
import { isDay } from '../../dataset/calendar.ts'
import { economyPhrases } from '../../dataset/facts.ts'
import { staleHeadlines, type StaleHeadline } from '../../dataset/stale.ts'
import type { FigureRow } from '../../dataset/types.ts'
import { englishWording } from '../text/english-wording.ts'
import { PACKAGE_FOLDER } from './package-files.ts'
import { table } from '../table.ts'
import { counted, readArguments, WrongUsage } from './command.ts'
import { loadOrThrow, openPackage } from './open-edition.ts'
import { utcToday } from '../utc-today.ts'

const HELP = `npm run -s dataset -- stale [FOLDER] [--date YYYY-MM-DD]

Lists the headline figures of FOLDER (public/dataset unless told) that are past their time: annual ones 24 months after
their period's end, monthly ones 6. Oldest first, each with the newest reading after it and why that one
does not replace it.

  --date    the day to judge by; today in UTC unless told

Exits 0, whether there are any or not.`

function dateOf(text: string): string {
  if (!isDay(text)) throw new WrongUsage(`--date ${text} is no date of the form YYYY-MM-DD.`)
  return text
}

/** Why a newer row is in the list of readings only. */
function reason({ scope, period_end, period_kind }: FigureRow): string {
  if (period_end === '') return 'no stated period'
  if (scope === 'part') return 'part only'
  return period_kind === 'range' ? 'no full years' : `only a ${period_kind}`
}

const newerInWords = ({ newer }: StaleHeadline): string =>
  newer === null ? 'nothing newer' : `${newer.period}, ${reason(newer)}: ${newer.id}`

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(HELP, args, { date: { type: 'string' } }, [0, 1])
  if (parsed === null) return 0
  const [folder = PACKAGE_FOLDER] = parsed.positionals
  const date = dateOf(parsed.values.date ?? utcToday())
  const edition = loadOrThrow(JSON.stringify(await openPackage(folder)), folder)
  const wording = await englishWording(economyPhrases(edition.tables, 'en'))
  const stale = staleHeadlines(edition, date)
  if (stale.length === 0) {
    console.log(`No headline figure is past its time on ${date}.`)
    return 0
  }
  const rows = stale.map((each) => {
    const { headline, economy, borrowedBy } = each
    const others = borrowedBy.length > 0 ? ` (and ${borrowedBy.length} more)` : ''
    return [
      headlinePeriod(headline, wording),
      headline.entry + others,
      economy,
      headline.measure,
      headlineValue(headline, wording),
      newerInWords(each),
    ]
  })
  console.log(table(['period', 'entry', 'economy', 'measure', 'figure', 'nearest newer reading'], rows))
  console.log(`${counted(stale.length, 'headline figure')} past their time on ${date}.`)
  return 0
}

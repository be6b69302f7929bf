/** Turns rows of UN Comtrade into readings: what an economy imports in all, and the share that comes from each partner. */

import { badFile } from './faults.ts'
import { GOODS, type Goods } from './comtrade-goods.ts'
import type { TradeRow } from './comtrade-rows.ts'
import { yearPeriod, type Reading, type Release, type UncarriedCount } from './release.ts'

/** Percent; partners below it get no row of their own, but one that they have is kept up to date. */
const LEAST_SHARE = 1

/** How far the weights of all partners together may be from the world's, as a part of it. */
const WEIGHT_GAP = 0.01

/** Imports of one good by one economy in one year. */
interface Imports {
  hs: string
  reporter: string
  year: number
  world: TradeRow | null
  partners: TradeRow[]
}

/** Readings of all rows. Throws an Error by row where two rows say different things about the same trade. */
export function readComtrade(
  rows: readonly TradeRow[],
  rowCount: number,
  uncarried: UncarriedCount,
  readVia: string,
): Release {
  const remarks: string[] = []
  const readings: Reading[] = []
  const groups = imports(rows)
  const withoutWorld = new Map<string, number[]>()
  for (const group of groups) {
    const goods = GOODS[group.hs]
    if (goods === undefined) continue
    for (const { economy, partnerName } of group.partners)
      if (economy === null) uncarried.add(`HS ${group.hs}`, `partner ${partnerName}`)
    readings.push(...volumes(group, goods))
    if (group.world === null || group.world.value === 0) {
      const name = `HS ${group.hs}, ${group.reporter}`
      withoutWorld.set(name, [...(withoutWorld.get(name) ?? []), group.year])
    } else readings.push(total(group, goods, group.world), ...shares(group, goods, group.world))
  }
  for (const [name, years] of withoutWorld)
    remarks.push(
      `${name}, ${years.toSorted().join(', ')}: no row for the partner World (0), so no share can be computed; give the file with it too.`,
    )
  return {
    name: 'UN Comtrade',
    sources: [...new Set(groups.map(({ hs }) => hs))].map((hs) => sourceRow(hs, readVia)),
    readings,
    withdrawals: [],
    otherEdition: () => null,
    rowCount,
    uncarried: uncarried.list(),
    remarks,
  }
}

function imports(rows: readonly TradeRow[]): Imports[] {
  const groups = new Map<string, Imports>()
  const seen = new Map<string, TradeRow>()
  for (const row of rows) {
    const { hs, reporter, year, partner } = row
    const key = `${hs} ${reporter} ${year}`
    const before = seen.get(`${key} ${partner}`)
    if (before !== undefined) {
      if (before.value === row.value && before.weight === row.weight) continue
      throw badFile(
        row.file,
        `imports of HS ${hs} by ${reporter} from ${row.partnerName} in ${year} stand already in ${before.file} row ${before.row}, with other numbers.`,
        { row: row.row },
      )
    }
    seen.set(`${key} ${partner}`, row)
    const group = groups.get(key) ?? { hs, reporter, year, world: null, partners: [] }
    groups.set(key, group)
    if (row.economy === 'WLD') group.world = row
    else group.partners.push(row)
  }
  return [...groups.values()]
}

const common = ({ hs, reporter, year }: Imports, { entry, wording, scope }: Goods) => ({
  source: `uncomtrade-${hs}`,
  entry,
  reporter,
  commodity: wording,
  low: null,
  high: null,
  period: yearPeriod(year),
  scope,
  keepsLocator: true,
})

const total = (group: Imports, goods: Goods, world: TradeRow): Reading => ({
  ...common(group, goods),
  measure: 'import-value',
  label: 'import-value',
  partner: 'WLD',
  value: Math.round(world.value),
  unit: 'USD',
  qualifier: 'exact',
  basis: 'value',
  locator: `${group.year}, reporter ${group.reporter}, flow M, partner World`,
  note: '',
})

/** Weights are kept up to date where the dataset has one: bought tons, whole. */
const volumes = (group: Imports, goods: Goods): Reading[] =>
  group.partners.flatMap(({ economy, weight, isWeightEstimated }) =>
    economy === null || weight === null || weight === 0
      ? []
      : [
          {
            ...common(group, goods),
            measure: 'import-volume',
            label: 'import-volume',
            partner: economy,
            value: Math.round(weight / 1000),
            unit: 't',
            qualifier: isWeightEstimated ? ('estimate' as const) : ('exact' as const),
            basis: 'weight',
            locator: `${group.year}, reporter ${group.reporter}, netWgt`,
            note: '',
            notAdded: 'weights get no row of their own',
          },
        ],
  )

/** Percent with one decimal. */
const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10

/** Shares: of the value, and of the weight where every partner has one. */
function shares(group: Imports, goods: Goods, world: TradeRow): Reading[] {
  const made: Reading[] = []
  const add = (partner: string, value: number, rest: Pick<Reading, 'basis' | 'qualifier' | 'locator' | 'note'>) =>
    made.push({
      ...common(group, goods),
      measure: 'import-share',
      label: 'import-share',
      partner,
      value,
      unit: '%',
      ...(value < LEAST_SHARE ? { notAdded: `partner below ${LEAST_SHARE}%` } : {}),
      ...rest,
    })
  const where = `${group.year}, reporter ${group.reporter}`
  const worldWeight = weightOfAll(group, world)
  for (const { economy, value, weight, isWeightEstimated, file, row, partnerName } of group.partners) {
    if (economy === null) continue
    if (share(value, world.value) > 100)
      throw badFile(
        file,
        `imports from ${partnerName}, ${value}, are more than those from the World, ${world.value} (${world.file} row ${world.row}).`,
        { row, column: 'primaryValue' },
      )
    add(economy, share(value, world.value), {
      basis: 'value',
      qualifier: 'exact',
      locator: `${where}, computed from primaryValue`,
      note: 'Computed share of import value.',
    })
    if (worldWeight !== null)
      add(economy, share(weight ?? 0, worldWeight), {
        basis: 'weight',
        qualifier: isWeightEstimated || world.isWeightEstimated ? 'estimate' : 'exact',
        locator: `${where}, computed from netWgt`,
        note: 'Computed share of net weight.',
      })
  }
  return made
}

/** Weight of all imports; null unless every partner has one, none of them a greater, and together they are the world's. */
function weightOfAll({ partners }: Imports, { weight }: TradeRow): number | null {
  if (weight === null || weight === 0) return null
  if (partners.some((each) => each.weight === null || each.weight === 0 || share(each.weight, weight) > 100))
    return null
  const sum = partners.reduce((all, each) => all + (each.weight ?? 0), 0)
  return Math.abs(sum - weight) <= WEIGHT_GAP * weight ? weight : null
}

const sourceRow = (hs: string, readVia: string) => ({
  source_id: `uncomtrade-${hs}`,
  publisher: 'UN Comtrade',
  title: `Annual imports by partner, ${GOODS[hs]?.wording ?? `HS ${hs}`}`,
  published: '',
  url: 'https://comtradeplus.un.org',
  url_scheme: 'https',
  kind: 'official',
  licence: 'UN Comtrade terms of use (limits on redistribution)',
  read_via: readVia,
  folders: 'import',
})

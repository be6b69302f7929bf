/**
 * The mapping from the USGS Mineral Commodity Summaries data file to the dataset, as tables: which statistics are
 * which measure, which commodities are which entry, which units are worth what, and every series that is carried.
 */

/** Statistics (the file's own column) and the measure each is; of "Production" the detail decides, see `PRODUCTION`. */
const MEASURES: Readonly<Record<string, string>> = {
  'Import sources': 'import-share',
  'Net import reliance': 'net-import-reliance',
  Price: 'price',
  Import: 'import-volume',
  Export: 'export-volume',
  Consumption: 'consumption',
  Reserves: 'reserves',
}

/** Kinds of production by the first words of the detail. */
const PRODUCTION: readonly [beginning: string, measure: string][] = [
  ['Mine production', 'mine-production'],
  ['Production: Mineral concentrates', 'mine-production'],
  ['Refinery production', 'refinery-production'],
  ['Primary production', 'refinery-production'],
  ['Production: Compounds and metals', 'refinery-production'],
]

/** The file's units: the dataset's unit that each is counted in, and how many of that it is. */
export const UNITS: Readonly<Record<string, { unit: string; factor: number; note?: string }>> = {
  'metric tons': { unit: 't', factor: 1 },
  'thousand metric tons': { unit: 't', factor: 1000, note: 'Published in thousand metric tons.' },
  kilograms: { unit: 't', factor: 0.001, note: 'Published in kilograms.' },
  percent: { unit: '%', factor: 1 },
  'dollars per kilogram': { unit: 'USD/kg', factor: 1 },
  'dollars per pound': { unit: 'USD/lb', factor: 1 },
  'dollars per metric ton': { unit: 'USD/t', factor: 1 },
  'dollars per dry metric ton unit': { unit: 'USD/dmtu', factor: 1 },
}

/** A series that the dataset carries. */
export interface CarriedSeries {
  /** The file's column "Commodity". */
  commodity: string
  /** The file's column "Statistics", without the years that follow "Import sources". */
  statistic: string
  /** The file's column "Statistics_detail", without ": rounded". */
  detail: string
  entry: string
  measure: string
  /** Code of the economy, or `row` where every row names its own. */
  reporter: string
  /** What stands in the dataset's column `commodity`. */
  wording: string
  unit: string
  scope: 'whole' | 'part'
  basis: string
  /** True where only the last three years of the file are carried. */
  isRecentOnly: boolean
  /** True where every number is an estimate, whether a footnote says so or not. */
  isEstimate: boolean
  /** True where the row "Other countries" is carried too, as part of the world. */
  hasRest: boolean
}

/**
 * A heading names commodity and entry; its lines are
 * statistic | detail | reporter | wording | unit | scope | basis | years | flags.
 * In the wording, `=` is the detail, or what of it stands in square brackets.
 */
const CARRIED = `
Antimony > antimony
  Net import reliance | Net import reliance as a percentage of apparent consumption | USA | antimony content | % | whole | content | all
  Price | Price, [metal, average, dollars per pound] | WLD | = | USD/lb | part | value | last 3
  Import sources | Ore and concentrates | USA | antimony content, = | % | part | content | all
  Import sources | Oxide | USA | antimony content, = | % | part | content | all
  Import sources | Unwrought metal and powder | USA | antimony content, = | % | part | content | all
  Import sources | Total metal and oxide | USA | antimony content, = | % | whole | content | all
  Production | Mine production | row | antimony content | t | whole | content | all
  Reserves | Reserves | row | antimony content | t | whole | content | all
Bismuth > bismuth
  Net import reliance | Net import reliance as a percentage of apparent consumption | USA | refined bismuth | % | whole | unknown | all
  Price | Price, [average, dollars per pound] | WLD | = | USD/lb | whole | value | last 3
  Import sources | All | USA | refined bismuth | % | whole | unknown | all
  Production | Refinery production | row | refined bismuth | t | whole | weight | all
Gallium > gallium
  Net import reliance | Net import reliance as a percentage of reported consumption | USA | gallium, primary low-purity | % | whole | unknown | all
  Price | Price, [average unit value of imports, dollars per kilogram] | USA | = | USD/kg | whole | value | last 3
  Import sources | Metal | USA | gallium, primary low-purity, = | % | whole | unknown | all
  Production | Primary production | row | gallium, primary low-purity | t | whole | weight | all
Germanium > germanium
  Net import reliance | Net import reliance as a percentage of estimated consumption | USA | germanium | % | whole | unknown | all
  Price | Price, [annual average, dollars per kilogram: Germanium metal] | WLD | = | USD/kg | part | value | last 3
  Price | Price, [annual average, dollars per kilogram: Germanium dioxide] | WLD | = | USD/kg | part | value | last 3
  Import sources | Germanium metal | USA | germanium, = | % | part | unknown | all
  Import sources | Germanium dioxide (Ge content) | USA | germanium, = | % | part | content | all
  Import sources | Combined total | USA | germanium, = | % | whole | unknown | all
Graphite (Natural) > graphite
  Net import reliance | Net import reliance as a percentage of apparent consumption | USA | natural graphite | % | whole | unknown | all
  Price | Price, [average unit value of imports, dollars per metric ton at foreign ports: Flake] | USA | = | USD/t | part | value | last 3
  Price | Price, [average unit value of imports, dollars per metric ton at foreign ports: Lump and chip (Sri Lanka)] | USA | = | USD/t | part | value | last 3
  Price | Price, [average unit value of imports, dollars per metric ton at foreign ports: Amorphous] | USA | = | USD/t | part | value | last 3
  Import sources | All | USA | natural graphite | % | whole | unknown | all
  Production | Mine production | row | natural graphite | t | whole | weight | all
  Reserves | Reserves | row | natural graphite | t | whole | weight | all
Indium > indium
  Net import reliance | Net import reliance as a percentage of estimated consumption | USA | refined indium | % | whole | unknown | all
  Price | Price, [annual average, dollars per kilogram: U.S. warehouse, free on board] | USA | = | USD/kg | whole | value | last 3
  Price | Price, [annual average, dollars per kilogram: Rotterdam, duties unpaid] | WLD | = | USD/kg | whole | value | last 3
  Import sources | All | USA | refined indium | % | whole | unknown | all
  Production | Refinery production | row | refined indium | t | whole | weight | all
Molybdenum > molybdenum
  Net import reliance | Net import reliance as a percentage of apparent consumption | USA | molybdenum content | % | whole | content | all
  Price | Price, [average, dollars per kilogram] | WLD | = | USD/kg | whole | value | last 3
  Import sources | Total | USA | molybdenum content, = | % | whole | content | all
  Production | Mine production | row | molybdenum content | t | whole | content | all
  Reserves | Reserves (thousand metric tons) | row | molybdenum content | t | whole | content | all
Lanthanum > lanthanum
  Price | Price, average, dollars per kilogram: [Lanthanum oxide, 99.5% minimum] | WLD | = | USD/kg | part | value | all
Cerium > cerium
  Price | Price, average, dollars per kilogram: [Cerium oxide, 99.5% minimum] | WLD | = | USD/kg | part | value | all
Rare Earths > light-rare-earths
  Price | Price, average, dollars per kilogram: [Mischmetal, 65% cerium, 35% lanthanum] | WLD | = | USD/kg | part | value | all
Praseodymium > praseodymium
  Price | Price, average, dollars per kilogram: [Praseodymium oxide, 99.99% minimum] | WLD | = | USD/kg | part | value | all
Neodymium > neodymium
  Price | Price, average, dollars per kilogram: [Neodymium oxide, 99.5% minimum] | WLD | = | USD/kg | part | value | all
Rare Earths > neodymium
  Price | Price, average, dollars per kilogram: [Neodymium-praseodymium (NdPr) oxide, 99% minimum] | WLD | = | USD/kg | part | value | all
Samarium > samarium
  Price | Price, average, dollars per kilogram: [Samarium oxide, 99.5% minimum] | WLD | = | USD/kg | part | value | all
Europium > europium
  Price | Price, average, dollars per kilogram: [Europium oxide, 99.99% minimum] | WLD | = | USD/kg | part | value | all
Gadolinium > gadolinium
  Price | Price, average, dollars per kilogram: [Gadolinium oxide, 99.99% minimum] | WLD | = | USD/kg | part | value | all
Rare Earths > rare-earths
  Net import reliance | Net import reliance as a percentage of apparent consumption: Compounds and metals | USA | rare-earth compounds and metals | % | whole | unknown | all
  Net import reliance | Net import reliance as a percentage of apparent consumption: Mineral concentrates | USA | rare-earth mineral concentrates | % | part | unknown | all
  Production | Production: Mineral concentrates | USA | = | t REO | whole | content | last 3
  Production | Production: Compounds and metals | USA | = | t REO | whole | content | last 3
  Import | Imports: Compounds | USA | = | t REO | part | content | last 3
  Import | Imports: Metals: Ferrocerium, alloys | USA | = | t REO | part | content | last 3
  Import | Imports: Metals: Rare-earth metals and alloys | USA | = | t REO | part | content | last 3
  Export | Exports: Ores and compounds | USA | = | t REO | part | content | last 3
  Export | Exports: Metals: Ferrocerium, alloys | USA | = | t REO | part | content | last 3
  Export | Exports: Metals: Rare-earth metals and alloys | USA | = | t REO | part | content | last 3
  Consumption | Consumption, apparent, compounds and metals | USA | = | t REO | whole | content | last 3 | estimate
  Import sources | Rare-earth compounds and metals | USA | = | % | whole | unknown | all
  Production | Mine production | row | rare earths, REO equivalent | t REO | whole | content | all | rest
  Reserves | Reserves | row | rare earths, REO equivalent | t REO | whole | content | all
Terbium > terbium
  Price | Price, average, dollars per kilogram: [Terbium oxide, 99.99% minimum] | WLD | = | USD/kg | part | value | all
  Import sources | Terbium compounds and metals | USA | = | % | whole | unknown | all | estimate
Dysprosium > dysprosium
  Price | Price, average, dollars per kilogram: [Dysprosium oxide, 99.5% minimum] | WLD | = | USD/kg | part | value | all
Holmium > holmium
  Price | Price, average, dollars per kilogram: [Holmium oxide, 99.5% minimum] | WLD | = | USD/kg | part | value | all
  Import sources | Holmium compounds and metals | USA | = | % | whole | unknown | all | estimate
Erbium > erbium
  Price | Price, average, dollars per kilogram: [Erbium oxide, 99.5%, minimum] | WLD | = | USD/kg | part | value | all
  Import sources | Erbium compounds and metals | USA | = | % | whole | unknown | all | estimate
Ytterbium > ytterbium
  Price | Price, average, dollars per kilogram: [Ytterbium oxide, 99.99% minimum] | WLD | = | USD/kg | part | value | all
  Import sources | Ytterbium compounds and metals | USA | = | % | whole | unknown | all | estimate
Lutetium > lutetium
  Price | Price, average, dollars per kilogram: [Lutetium oxide, 99.99% minimum] | WLD | = | USD/kg | part | value | all
  Import sources | Lutetium compounds and metals | USA | = | % | whole | unknown | all | estimate
Rare Earths (Heavy) > heavy-rare-earths
  Net import reliance | Net import reliance as a percentage of apparent consumption, compounds and metals | USA | heavy rare-earth compounds and metals (without yttrium) | % | whole | unknown | all
  Import | Imports, compounds and metals | USA | = | t REO | whole | content | last 3
Scandium > scandium
  Import | Imports, scandium oxide | USA | scandium (oxide equivalent) | t | whole | content | all
  Price | Price, global, dollars per kilogram, range of average values: [Scandium oxide, powder, 99.99% purity, 5- to 100-kilogram lot size] | CHN | = | USD/kg | part | value | all
  Price | Price, global, dollars per kilogram, range of average values: [Scandium metal, ingot, 99.999% purity, 1- to 10-kilogram lot size] | CHN | = | USD/kg | part | value | all
  Price | Price, global, dollars per kilogram, range of average values: [Scandium-aluminum alloy, ingot,scandium 2%, 1- to 30-kilogram lot size] | CHN | = | USD/kg | part | value | all
  Net import reliance | Net import reliance as a percentage of apparent consumption | USA | scandium | % | whole | unknown | all
  Import sources | All | USA | scandium oxide | % | part | unknown | all | estimate
Tellurium > tellurium
  Net import reliance | Net import reliance as a percentage of apparent consumption | USA | refined tellurium | % | whole | unknown | all
  Price | Price, [annual average, dollars per kilogram: United States] | WLD | = | USD/kg | whole | value | last 3
  Price | Price, [annual average, dollars per kilogram: Europe] | WLD | = | USD/kg | whole | value | last 3
  Import sources | All | USA | refined tellurium | % | whole | unknown | all
  Production | Refinery production | row | refined tellurium | t | whole | weight | all
  Production | Refinery production: concentrate | row | refined tellurium | t | whole | weight | all
Tungsten > tungsten
  Net import reliance | Net import reliance as a percentage of apparent consumption | USA | tungsten content | % | whole | content | all
  Price | Price, [concentrate, average in-warehouse Rotterdam, dollars per dry metric ton unit of tungsten trioxide] | WLD | = | USD/dmtu | part | value | last 3
  Import sources | Ores, concentrates, and other forms | USA | tungsten content, = | % | whole | content | all
  Production | Mine production | row | tungsten content | t | whole | content | all
  Reserves | Reserves | row | tungsten content | t | whole | content | all
Yttrium > yttrium
  Import | Imports for consumption, yttrium, alloys, compounds, and metal | USA | yttrium (oxide equivalent) | t | whole | content | all
  Price | Price, average, dollars per kilogram: [Y2O3, minimum 99.999% purity] | CHN | = | USD/kg | part | value | all
  Price | Price, average, dollars per kilogram: [Yttrium metal, minimum 99.9% purity] | CHN | = | USD/kg | part | value | all
  Net import reliance | Net import reliance as a percentage of apparent consumption | USA | yttrium | % | whole | unknown | all
  Import sources | All | USA | yttrium alloys, compounds and metal | % | whole | unknown | all
`

/** Shares of a world table that are computed from it, where the edition prints none. */
export interface ComputedShare {
  entry: string
  /** Measure of the world table. */
  from: string
  measure: string
  wording: string
  /** Economies whose share is computed. */
  reporters: string[]
  /** Economies whose share is computed for the newest year only. */
  newestOnly: string[]
}

/** Entry | measure of the world table | measure of the share | wording | economies | economies of the newest year. */
const SHARES = `
antimony    | mine-production     | mine-share     | antimony                    | CHN |
bismuth     | refinery-production | refining-share | bismuth                     | CHN |
gallium     | refinery-production | refining-share | gallium                     | CHN |
graphite    | mine-production     | mine-share     | graphite                    | CHN |
indium      | refinery-production | refining-share | indium                      | CHN |
molybdenum  | mine-production     | mine-share     | molybdenum                  | CHN |
rare-earths | mine-production     | mine-share     | rare earths, REO equivalent | CHN | AUS MMR USA
tellurium   | refinery-production | refining-share | tellurium                   | CHN |
tungsten    | mine-production     | mine-share     | tungsten                    | CHN |
`

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const cells = (line: string) => line.split('|').map((cell) => cell.trim())

export const CARRIED_SERIES: readonly CarriedSeries[] = parseSeries()

export const COMPUTED_SHARES: readonly ComputedShare[] = lines(SHARES).map((line) => {
  const [entry = '', from = '', measure = '', wording = '', reporters = '', newestOnly = ''] = cells(line)
  const codes = (text: string) => text.split(' ').filter(Boolean)
  return { entry, from, measure, wording, reporters: codes(reporters), newestOnly: codes(newestOnly) }
})

function parseSeries(): CarriedSeries[] {
  const series: CarriedSeries[] = []
  let [commodity, entry] = ['', '']
  for (const line of lines(CARRIED)) {
    if (!line.startsWith(' ')) {
      ;[commodity = '', entry = ''] = line.split(' > ')
      continue
    }
    const [statistic = '', marked = '', reporter = '', wording = '', unit = '', scope, basis = '', years, flags = ''] =
      cells(line)
    const detail = marked.replace(/[[\]]/g, '')
    series.push({
      commodity,
      statistic,
      detail,
      entry,
      measure: MEASURES[statistic] ?? PRODUCTION.find(([beginning]) => detail.startsWith(beginning))?.[1] ?? '',
      reporter,
      wording: wording.replace('=', /\[(.+)\]/.exec(marked)?.[1] ?? detail),
      unit,
      scope: scope === 'whole' ? 'whole' : 'part',
      basis,
      isRecentOnly: years === 'last 3',
      // Reserves are appraised, not counted.
      isEstimate: statistic === 'Reserves' || flags.includes('estimate'),
      hasRest: flags.includes('rest'),
    })
  }
  return series
}

/** Series differ by this; spelling, spaces and punctuation of the detail change from year to year. */
export const seriesKey = (commodity: string, statistic: string, detail: string): string =>
  [commodity, statistic.replace(/^Import sources\b.*/, 'Import sources'), detail.replace(/: rounded$/, '')]
    .map((part) => part.toLowerCase().replace(/[^a-z0-9%]/g, ''))
    .join('|')

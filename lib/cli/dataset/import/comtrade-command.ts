/** `dataset import comtrade`: downloads of UN Comtrade (JSON, CSV, XLSX), or its live API. */

import { basename } from 'node:path'
import { WrongUsage } from '../command.ts'
import { progress } from '../progress.ts'
import { decode, readBytes } from './bytes.ts'
import { COMTRADE_API, fetchComtrade, type ComtradeQuery } from './comtrade-fetch.ts'
import { GOODS } from './comtrade-goods.ts'
import { COMTRADE_COLUMNS, recordsOfJson, tradeRows, type TradeRow } from './comtrade-rows.ts'
import { readComtrade } from './comtrade.ts'
import { knownEconomies } from './economies.ts'
import { badFile } from './faults.ts'
import { textOption, type Importer, type Values } from './importer.ts'
import { NUMBER_OF_ECONOMY } from './m49.ts'
import { recordsOfCsv, recordsOfRows, type SourceRecord } from './records.ts'
import { UncarriedCount } from './release.ts'
import { readWorkbook } from './workbook.ts'

const KEY = 'COMTRADE_KEY'
const FETCH_OPTIONS = ['reporter', 'hs', 'years', 'base-url', 'timeout']

export const comtradeImporter: Importer = {
  summary: 'UN Comtrade, annual imports by partner (JSON, CSV, XLSX, or --fetch)',
  help: `FILE … [options]
       npm run -s dataset -- import comtrade --fetch --reporter JPN --hs 2846 --years 2022-2024 [options]

  FILE is an answer of the API (JSON) or a download (CSV, XLSX). Shares by partner are computed from the value, and
  from the net weight where every partner has one; that takes the rows for the partner World, if need be in a second
  FILE. Partners below 1% get no row. Goods: ${Object.keys(GOODS).join(', ')}.
  The terms of UN Comtrade limit redistribution of its data.

  --fetch          ask the live API; the key comes from the environment variable ${KEY}
  --reporter LIST  who imports, as ISO 3166-1 alpha-3 (JPN,USA)
  --hs LIST        goods (2846,2504)
  --years LIST     2022-2024, or 2020,2022
  --base-url URL   another address of the API (default: ${COMTRADE_API})
  --timeout S      seconds that one answer may take (default: 60)`,
  options: {
    fetch: { type: 'boolean' },
    reporter: { type: 'string' },
    hs: { type: 'string' },
    years: { type: 'string' },
    'base-url': { type: 'string' },
    timeout: { type: 'string' },
  },
  files: [0, Number.POSITIVE_INFINITY],
  check(files, values) {
    if (values.fetch === true) {
      if (files.length > 0) throw new WrongUsage('Give either FILE or --fetch, not both.')
      queryOf(values)
      timeoutOf(values)
      const base = textOption(values, 'base-url')
      if (base !== undefined && !URL.canParse(base)) throw new WrongUsage(`--base-url "${base}" is no web address.`)
      if (!process.env[KEY])
        throw new WrongUsage(
          `Set the environment variable ${KEY} to your key of the UN Comtrade API (https://comtradedeveloper.un.org).`,
        )
      return
    }
    const stray = FETCH_OPTIONS.find((name) => values[name] !== undefined)
    if (stray !== undefined) throw new WrongUsage(`--${stray} goes with --fetch.`)
    if (files.length === 0) throw new WrongUsage('Give at least one FILE, or --fetch.')
  },
  async read(files, values, tables) {
    const known = knownEconomies(tables)
    const uncarried = new UncarriedCount()
    const rows: TradeRow[] = []
    let count = 0
    const take = (records: readonly SourceRecord[], file: string) => {
      count += records.length
      for (const row of tradeRows(records, file, known, uncarried)) rows.push(row)
    }
    if (values.fetch !== true) {
      for (const path of files) {
        progress(`Reading ${path} …`)
        take(await recordsIn(path), basename(path))
      }
      return readComtrade(rows, count, uncarried, files.map((path) => basename(path)).join(' and '))
    }
    const query = queryOf(values)
    const base = textOption(values, 'base-url')
    const records = await fetchComtrade(query, {
      key: process.env[KEY] ?? '',
      timeoutMs: timeoutOf(values),
      onProgress: progress,
      ...(base === undefined ? {} : { base }),
    })
    take(records, 'UN Comtrade API')
    const release = readComtrade(rows, count, uncarried, 'UN Comtrade API')
    const isThere = (reporter: string, hs: string, year: number) =>
      rows.some((row) => row.reporter === reporter && row.hs === hs && row.year === year)
    for (const { economy } of query.reporters)
      for (const hs of query.goods) {
        const missing = query.years.filter((year) => !isThere(economy, hs, year))
        if (missing.length > 0)
          release.remarks.push(`UN Comtrade has no imports of HS ${hs} by ${economy} in ${missing.join(', ')}.`)
      }
    return release
  },
}

/** Records of a download, whatever its kind. */
async function recordsIn(path: string): Promise<SourceRecord[]> {
  const file = basename(path)
  const bytes = await readBytes(path)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const sheet = (await readWorkbook(path)).find(({ rows }) => rows.length > 0)
    if (sheet === undefined) throw badFile(file, 'the workbook is empty.')
    return recordsOfRows(sheet.rows, file, COMTRADE_COLUMNS, { sheet: sheet.name })
  }
  const text = decode(bytes, file)
  if (/^\s*[[{]/.test(text)) return recordsOfJson(text, file)
  if (/\.xlsx$/i.test(file)) throw badFile(file, 'is not an Excel workbook (.xlsx).')
  return recordsOfCsv(text, file, COMTRADE_COLUMNS)
}

function queryOf(values: Values): ComtradeQuery {
  const list = (name: string) => {
    const items = (textOption(values, name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
    if (items.length === 0) throw new WrongUsage(`--fetch needs --${name}.`)
    return items
  }
  const reporters = list('reporter').map((item) => {
    const economy = item.toUpperCase()
    const number = NUMBER_OF_ECONOMY.get(economy)
    if (number === undefined) throw new WrongUsage(`--reporter "${item}" is no economy of the dataset.`)
    return { economy, number }
  })
  const goods = list('hs').map((item) => {
    const hs = item.replaceAll('.', '')
    if (!Object.hasOwn(GOODS, hs))
      throw new WrongUsage(`--hs "${item}" has no entry; there are: ${Object.keys(GOODS).join(', ')}.`)
    return hs
  })
  const years = list('years').flatMap((item) => {
    const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(item) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === undefined || from > to || from < 1962 || to > 2100)
      throw new WrongUsage(`--years "${item}" is neither a year nor years from–to, e.g. 2022-2024.`)
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
  return { reporters, goods, years: [...new Set(years)].sort() }
}

function timeoutOf(values: Values): number {
  const text = textOption(values, 'timeout') ?? '60'
  const seconds = Number(text)
  if (!(seconds > 0 && seconds <= 3600)) throw new WrongUsage(`--timeout "${text}" is no number of seconds.`)
  return seconds * 1000
}

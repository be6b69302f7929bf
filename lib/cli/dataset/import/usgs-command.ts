/** `dataset import usgs`: the data file of the USGS Mineral Commodity Summaries, with its version history. */

import { basename } from 'node:path'
import { isDay } from '../../../dataset/calendar.ts'
import { WrongUsage } from '../command.ts'
import { progress } from '../progress.ts'
import { readText } from './bytes.ts'
import { economyCodes } from './economies.ts'
import { textOption, type Importer } from './importer.ts'
import { readHistory } from './usgs-history.ts'
import { readUsgs } from './usgs.ts'

export const usgsImporter: Importer = {
  summary: 'USGS Mineral Commodity Summaries, data file (CSV, also gzipped)',
  help: `FILE [--history FILE] [options]

  FILE is MCS<year>_Commodities_Data.csv, as downloaded or gzipped. Rows of an older edition that it revises stay,
  marked as superseded.

  --history FILE   MCS<year>_versionHist.txt: corrections that USGS published after the data file
  --published DAY  day of publication (YYYY-MM-DD), for a source that the dataset does not have yet
  --url ADDRESS    address of the release, likewise`,
  options: { history: { type: 'string' }, published: { type: 'string' }, url: { type: 'string' } },
  files: [1, 1],
  check(_files, values) {
    const published = textOption(values, 'published')
    if (published !== undefined && !isDay(published))
      throw new WrongUsage(`--published "${published}" is no day of the form YYYY-MM-DD.`)
    const url = textOption(values, 'url')
    if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) throw new WrongUsage(`--url "${url}" is no web address.`)
  },
  async read([path = ''], values, tables) {
    progress(`Reading ${path} …`)
    const text = await readText(path)
    const historyPath = textOption(values, 'history')
    const published = textOption(values, 'published')
    const url = textOption(values, 'url')
    return readUsgs(text, basename(path).replace(/\.gz$/, ''), {
      codes: economyCodes(tables),
      ...(historyPath === undefined
        ? {}
        : { history: readHistory(await readText(historyPath), basename(historyPath)) }),
      ...(published === undefined ? {} : { published }),
      ...(url === undefined ? {} : { url }),
    })
  },
}

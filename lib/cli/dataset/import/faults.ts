/** How an import says what is wrong with a file: one line, by row and column. */

/** Where in a file a fault lies; rows count from 1, the header included. */
export interface Place {
  sheet?: string
  row?: number
  column?: string
}

/** An Error whose message is one line: file, place, what is wrong there. */
export function badFile(file: string, message: string, { sheet, row, column }: Place = {}): Error {
  const place = [sheet && `sheet ${sheet}`, row && `row ${row}`, column && `column ${column}`].filter(Boolean)
  return new Error(`${file}${place.length > 0 ? ` ${place.join(', ')}` : ''}: ${message}`)
}

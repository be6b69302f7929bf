/** Cells that hold a list: how each kind is written, in one place. Pure. */

/** Ids of entries or sources, separated by spaces. */
export const idsIn = (cell: string): string[] => cell.split(' ').filter(Boolean)

/** Forms of a word or a name, separated by "|", also where one was left empty. */
export const formsAsWritten = (cell: string): string[] => cell.split('|')

/** Forms of a word or a name. */
export const formsIn = (cell: string): string[] => formsAsWritten(cell).filter(Boolean)

/** Between the names of an entry, as they are shown under its title. */
const BETWEEN_NAMES = ' · '

/** Names as shown under a title. */
export const namesIn = (cell: string): string[] => cell.split(BETWEEN_NAMES).filter(Boolean)

/** The cell that {@link namesIn} reads. */
export const joinNames = (names: readonly string[]): string => names.join(BETWEEN_NAMES)

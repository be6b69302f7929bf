/** What readers cannot see in a text of the page, and what acts on it all the same: kept out of reports, or written by number. */

/** Control characters, which terminals obey, and what turns the rest of a line about; tabs and line breaks are seen. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** The text without them. */
export const plain = (text: string): string => text.replace(UNSEEN, '')

/** JSON that says the same, with each of them as its number: what was quoted to the letter stays so. */
export const plainJson = (json: string): string =>
  json.replace(UNSEEN, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

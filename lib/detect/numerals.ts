/** Whether a text may hold a number at all: asked before any sentence is read or sent to be read. */

const NUMERAL = /\d|\b(?:half|(?:third|quarter|fifth|tenth)s?|percent|per cent)\b/i

/** True where `text` (English) has a digit or a share in words. */
export const mayHoldNumber = (text: string): boolean => NUMERAL.test(text)

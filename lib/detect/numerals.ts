/** Whether a text may hold an amount at all: asked before any sentence is read or sent to be read. */

/** Digits, and the commonest ways of the eight languages to say a share without one. */
const NUMERAL =
  /\p{Nd}|\b(?:half|(?:third|quarter|fifth|sixth|tenth)s?|percent|per cent|hälfte|drittel|viertel|prozent|moitié|tiers|quarts?|mitad|tercios?|cuartos?)\b|[割成]|分[の之]|半[分数]|一半|절반|전량/iu

/** True where `text` has a digit or a share in words. */
export const mayHoldNumber = (text: string): boolean => NUMERAL.test(text)

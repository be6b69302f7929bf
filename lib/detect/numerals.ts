/** Whether a text may hold an amount at all: asked before any sentence is read or sent to be read. */

/** Digits, and of the ways in which the eight languages say a share without one the letters that tell; rather too many. */
const NUMERAL =
  /[\p{Nd}割成分半全十悉열]|half|h.lft|third|quar?t|fifth|tenth|ten\b|\ball\b|cent|proz|dritt|viert|fünf|zehn|vollst|aussch|moiti|tier|cinqu|dix|total|mitad|terc|diez|すべて|절반|전량/iu

/** True where `text` has a digit or a share in words. */
export const mayHoldNumber = (text: string): boolean => NUMERAL.test(text)

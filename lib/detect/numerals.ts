/** Whether a text may hold an amount at all: asked before any sentence is read or sent to be read. */

/**
 * Digits, and the parts of words by which the eight languages say a share without one: "alf" of half, "älf" of Hälfte. They are as
 * short as they can be, since pages load them; that they meet other words too costs a question in vain.
 */
const NUMERAL =
  /[\p{Nd}割成分半全十悉所万열절전든]|[aä]lf|hird|dritt|[tv]ier|terc|[qc]uart|[fnx]th|ten\b|zehn|dix|iez|écim|cinq|quint|ünf|cent|\balle?\b|total|tou[ts]|tod[oa]s?\b|voll|chl|itad|moit|すべ/iu

/** True where `text` has a digit or a share in words. */
export const mayHoldNumber = (text: string): boolean => NUMERAL.test(text)

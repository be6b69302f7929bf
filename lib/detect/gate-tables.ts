/** The tables of a gate; how they are made and read is in `gate.ts`. */

export interface Gate {
  /** Class of each UTF-16 unit, 0 until it was met. */
  classes: Uint8Array
  /** The state that follows state s at class c: cell s + c. */
  steps: Uint16Array
  /** By state / 32: a bit for each class whose state is made when a text first leads there; until then the cell is flagged. */
  open: Int32Array
  /** What keys the states from `BEGUN` on are the beginning of. */
  begun: Beginning[]
  /** By state / 32: a bit for each class with which a key may go on behind the gap after a word. */
  beyond: Int32Array
  /** Han, kana and Hangul by a number below `OTHERS`, what parts words as one of two, `OTHERS` for the rest. */
  numbers: Uint16Array
  /** A bit for every two numbers with which a key of Han, kana or Hangul begins. */
  pairs: Int32Array
  /** States from here on: behind the gap after a word with which a key may begin. */
  gaps: number
  /** The state before the character that `pass` stopped at. */
  state: number
}

/** Nodes of the trie that words of so many characters, the same by their classes, lead to. */
export interface Beginning {
  nodes: number[]
  length: number
}

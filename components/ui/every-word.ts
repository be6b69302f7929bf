/** Whether a text is what somebody looks for by some of its words. Pure. */

/** True of texts that hold every word asked for, in any order, in small letters or large; of all where nothing is asked. */
export function everyWordOf(asked: string): (text: string) => boolean {
  // Not by the reader's language: in Turkish "I" becomes another letter than "i", which names in English do not have.
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  return (text) => {
    const all = text.toLowerCase()
    return words.every((word) => all.includes(word))
  }
}

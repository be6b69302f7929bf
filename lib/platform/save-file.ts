/** Saving a file that a page of ours made: the browser downloads it like any other, and asks no permission. */

export interface OwnFile {
  name: string
  text: string
  /** Media type, without a charset: it is UTF-8. */
  type: string
}

/** Has the browser download a file, as if the reader had clicked a link to it. For pages with a document. */
export function saveFile({ name, text, type }: OwnFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the data by the next turn; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

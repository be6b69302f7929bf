/** What a cell shows that a spreadsheet or a wrong encoding has spoilt, as happens to files that were saved again on the way. */

/** How Windows-1252 shows the bytes of UTF-8 that follow a first one. */
const FOLLOWING = '\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
/** Of these the ones that nobody sets right behind a letter: in French "clé »" is no spoilt character. */
const ODD = '\u0080-\u009f¡-ª¬-º¼-¿‚ƒ„†‡ˆ‰Š‹ŒŽ•˜š›œžŸ'
const ENCODED_TWICE = new RegExp(`[ÂÃ][${FOLLOWING}]|â€|[à-ï](?:[${ODD}][${FOLLOWING}]|[${FOLLOWING}][${ODD}])`)

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/

/** "#REF!", "#BEZUG!", "#N/A", and "####" for what the column was too narrow for. */
const SHOWN_FOR_A_FAULT = /^#(?:¡?[\p{Lu}\d/]+ ?[!?]|N\/A|NV|#*)$/u

/** What has spoilt the text of a cell that is not empty, or null. */
export function spoiltBy(cell: string): string | null {
  if (cell.includes('\ufffd')) return 'has a character that was lost (U+FFFD): the file was not saved as UTF-8'
  if (cell.includes('??')) return 'has "??" where characters were lost: the file was not saved as UTF-8'
  const [twice] = ENCODED_TWICE.exec(cell) ?? []
  if (twice !== undefined) return `has "${twice}", UTF-8 that was read as Windows-1252 and saved again`
  const [control] = CONTROL.exec(cell) ?? []
  if (control !== undefined)
    return `has a control character (U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`
  if (SHOWN_FOR_A_FAULT.test(cell)) return `"${cell}" is what a spreadsheet shows for a fault`
  if (cell.startsWith('=')) return `"${cell}" is a formula of a spreadsheet`
  return cell.trim() === '' ? 'holds nothing but spaces' : null
}

/** Text in HTML. Pure. */

/** The text as HTML that shows it, whatever it holds; in an attribute between double quotes as well. */
export const htmlText = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

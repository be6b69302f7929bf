/** What something that was thrown says. */

/** An error's own words, without the name of its kind; of anything else its text. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))

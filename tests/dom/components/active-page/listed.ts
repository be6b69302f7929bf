/** Mentions as a page lists them, for tests that care for some of what is said of one. */

import type { ListedMention } from '../../../../lib/messaging/protocol.ts'

/** A mention of rare earths without a figure; `change` says what is different. */
export const listed = (change: Partial<ListedMention> = {}): ListedMention => ({
  category: 'rare-earths',
  entry: 'rare-earths',
  text: 'rare earths',
  before: '',
  after: '',
  figure: '',
  economy: 'WLD',
  confidence: 0.95,
  term: 'rare earth',
  ...change,
})

/** The text section of the bench: detection against what else could search a text, interleaved in one run. */

import type { Section } from './section.ts'

export async function measureText(): Promise<Section> {
  return { notes: [], rows: [] }
}

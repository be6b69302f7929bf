/** Small labelled passages, and what was found in them, for the tests of the score. */

import type { Found, Passage } from '../../../../lib/cli/score/scorer.ts'
import type { Category } from '../../../../lib/detect/types.ts'

const TEXT = 'aaaa bbbb cccc dddd'
export const at = (words: string) => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  text: words,
})
export const labelled = (words: string, category: Category = 'rare-earths') => ({ ...at(words), category })
export const found = (words: string, category: Category = 'rare-earths', entry = 'rare-earths'): Found => ({
  ...at(words),
  category,
  entry,
})
export const passage = (mentions: Passage['mentions'], rest: Partial<Passage> = {}): Passage => ({
  id: 'p',
  lang: 'en',
  title: '',
  tags: [],
  text: TEXT,
  mentions,
  ignore: [],
  ...rest,
})

/** What a card is asked for, and in whose words it answers. Types only. */

import type { ArticleNumber } from '../detect/types.ts'
import type { Economy, IsoDate } from '../dataset/types.ts'
import type { Translate } from '../i18n/t.ts'

/** What a mention adds to the card of its entry. */
export interface CardRequest {
  /** Whose dependence to show; `WLD` where nothing names one. */
  economy: Economy
  /** Date of the article, or null where the page states none. */
  articleDate: IsoDate | null
  today: IsoDate
  /** The article's own number tied to the mention. */
  number: ArticleNumber | null
}

/** What is written beside the dataset's own words. */
export interface CardWords {
  t: Translate
  /** Names of economies inside a sentence, by code. */
  economies: Readonly<Record<string, string>>
}

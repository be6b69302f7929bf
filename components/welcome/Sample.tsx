/** A short article of our own, on which marks and card are the real ones. */

import type { Translate } from '../../lib/i18n/t.ts'

export const Sample = ({ t }: { t: Translate }) => (
  <article class="sample">
    <p class="sample-kicker">{t('welcome_sample')}</p>
    <h2>{t('welcome_sample_headline')}</h2>
    <p>{t('welcome_sample_first')}</p>
    <p>{t('welcome_sample_second')}</p>
    <p>{t('welcome_sample_third')}</p>
  </article>
)

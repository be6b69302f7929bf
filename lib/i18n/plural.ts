/** Which form of a counted message a number takes, by `Intl`. */

/** The forms that catalogues hold. */
export const PLURAL_FORMS = ['one', 'other'] as const
export type PluralForm = (typeof PLURAL_FORMS)[number]

/** The form for `count` in a locale (BCP 47); what languages have besides, such as millions in French, reads as "other" here. */
export const pluralForm = (count: number, locale: string): PluralForm =>
  new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other'

/** How old an edition is, in words: its number says the month. Pure. */

/** "this month", "2 months ago", "last year"; `now` in ms since 1970, counted in UTC. '' where the number says no month. */
export function editionAge(edition: string, now: number, locale: string): string {
  const [, year, month] = /^(\d{4})\.(\d{1,2})\./.exec(edition) ?? []
  if (year === undefined || month === undefined) return ''
  const today = new Date(now)
  const months = (today.getUTCFullYear() - Number(year)) * 12 + today.getUTCMonth() + 1 - Number(month)
  // A clock that is wrong, or an edition that came early, is not "in 2 months".
  const ago = Math.max(0, months)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return ago < 24 ? format.format(-ago, 'month') : format.format(-Math.floor(ago / 12), 'year')
}

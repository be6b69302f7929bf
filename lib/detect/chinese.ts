/** Which Chinese a language tag means. */

/** A tag's primary language where it is Chinese, and how it is written where the tag does not say: Cantonese in traditional characters. */
const WRITTEN = { zh: 'zh-Hans', cmn: 'zh-Hans', yue: 'zh-Hant' } as const

/** Subtags that mean traditional characters: the script itself, and regions that write so. */
const TRADITIONAL: ReadonlySet<string> = new Set(['hant', 'tw', 'hk', 'mo'])

/** The parts of a language tag (BCP 47, or with underscores as browsers name folders), in small letters. */
export const partsOfTag = (tag: string): string[] => tag.trim().toLowerCase().replaceAll('_', '-').split('-')

/** The Chinese that the parts of a tag name, by script, then by region; null where they name another language. */
export function chineseOf([primary = '', ...rest]: readonly string[]): 'zh-Hans' | 'zh-Hant' | null {
  if (!Object.hasOwn(WRITTEN, primary)) return null
  if (rest.includes('hans')) return 'zh-Hans'
  return rest.some((part) => TRADITIONAL.has(part)) ? 'zh-Hant' : WRITTEN[primary as keyof typeof WRITTEN]
}

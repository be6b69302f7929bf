/** That a word list holds each of its forms once, and none that is empty. */

import { formsAsWritten } from '../cells.ts'
import type { WordRow } from '../types.ts'
import type { Report } from './report.ts'

/** Reports a form of `words` that stands again in its list, or is empty, by row. */
export function checkWords(words: readonly WordRow[], report: Report): void {
  words.forEach(({ set, lang, forms }, index) => {
    const all = formsAsWritten(forms)
    const again = all.find((form, at) => form.trim() === '' || all.indexOf(form) < at)
    if (again === undefined) return
    const what = again.trim() === '' ? 'an empty form stands' : `"${again}" stands twice`
    report(index, 'forms', `${what} in ${set} (${lang})`)
  })
}

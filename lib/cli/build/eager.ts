/** Has browsers compile the first script of a page in one go: nearly all of it runs at once, and function by function costs more. */

/** Chromium since 136; to others it is a comment. */
const HINT = '//# allFunctionsCalledOnLoad\n'

interface Eager {
  name: string
  enforce: 'post'
  generateBundle(options: unknown, bundle: Record<string, { type: 'chunk'; code: string } | { type: 'asset' }>): void
}

/** A Vite plugin that puts the hint above the code of `file`. Goes after the minifiers, which take comments away. */
export const eager = (file: string): Eager => ({
  name: 'tradegloss:eager',
  enforce: 'post',
  generateBundle(_, bundle) {
    const chunk = bundle[file]
    if (chunk?.type === 'chunk') chunk.code = HINT + chunk.code
  },
})

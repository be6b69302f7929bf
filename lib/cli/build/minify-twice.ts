/** A Vite plugin that minifies what pages load once more with terser: about 2% off. */

import { minify } from 'terser'

interface MinifyTwice {
  name: string
  enforce: 'post'
  generateBundle(
    options: unknown,
    bundle: Record<string, { type: 'chunk'; code: string } | { type: 'asset' }>,
  ): Promise<void>
}

/** Goes before what adds comments that are meant to stay. Fails the build where terser cannot read a script. */
export const minifyTwice = (): MinifyTwice => ({
  name: 'tradegloss:minify-twice',
  enforce: 'post',
  async generateBundle(_, bundle) {
    for (const [name, chunk] of Object.entries(bundle)) {
      // No page waits for the background, and its size would take most of the time of a build.
      if (chunk.type !== 'chunk' || name === 'background.js') continue
      const { code } = await minify(chunk.code, { compress: { passes: 3 }, mangle: true, module: false })
      if (code !== undefined) chunk.code = code
    }
  },
})

/** The size section of the bench: what a page, the popup and the background load of the build, beside the limits. */

import { builtExtension } from '../browser/extension.ts'
import { sizesIn } from '../build/sizes.ts'
import type { Quantity, Section } from './section.ts'

const kilobytes = (bytes: number): Quantity => ({ value: bytes / 1000, unit: 'kB' })

/** The sizes of the build in `folder`. Throws an Error where it is no build. */
export const sizesOfBuild = (folder: string): Section => ({
  notes: ['The build for Chrome: scripts, styles and pages, each file gzipped by itself.'],
  rows: sizesIn(folder).map(({ name, bytes, limit }) => ({
    what: name,
    measured: kilobytes(bytes),
    limit: limit === null ? null : { kind: 'at most', value: kilobytes(limit).value },
    peers: {},
  })),
})

/** Builds where the build that is there is not of these sources; rejects where that fails. */
export const measureSize = async (): Promise<Section> =>
  sizesOfBuild(await builtExtension('chrome', () => console.error('Building the extension …')))

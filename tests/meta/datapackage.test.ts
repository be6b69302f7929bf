/**
 * The dataset read by somebody else's software: the reference implementation of Data Package, which knows nothing of
 * ours. It is of version 1 of the standard and passes over what only version 2 has ("$schema", resource "type").
 */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// @ts-expect-error It comes without types; what is used of it is declared below.
import { Package } from 'datapackage'
import { describe, expect, it } from 'vitest'
import { PACKAGE_FOLDER } from '../../lib/cli/dataset/package-files.ts'
import { tables } from '../unit/dataset/bundled.ts'

interface Opened {
  valid: boolean
  errors: Error[]
  resourceNames: string[]
  getResource: (name: string) => {
    descriptor: { licenses?: { path?: string }[] }
    schema: { foreignKeys: unknown[] }
    read: (options: { relations: boolean }) => Promise<unknown[]>
  }
}

const open = (folder: string): Promise<Opened> => Package.load(join(folder, 'datapackage.json'), { basePath: folder })
const bundled = await open(PACKAGE_FOLDER)

describe('an independent implementation', () => {
  it('finds the descriptor valid', () => {
    expect(bundled.errors.map(String)).toEqual([])
    expect(bundled.valid).toBe(true)
    expect(bundled.resourceNames.toSorted()).toEqual(Object.keys(tables).toSorted())
  })

  it.each(bundled.resourceNames)('reads %s with all types, constraints, keys and foreign keys', async (name) => {
    const resource = bundled.getResource(name)
    const rows = await resource.read({ relations: resource.schema.foreignKeys.length > 0 })
    expect(rows).toHaveLength(tables[name as keyof typeof tables].length)
  })

  it.each(bundled.resourceNames)('finds under which licence %s may be used', (name) => {
    const { licenses = [] } = bundled.getResource(name).descriptor
    // Figures are other people's: their own terms stand with the sources.
    const paths = ['https://creativecommons.org/licenses/by/4.0/', ...(name === 'figures' ? ['sources.csv'] : [])]
    expect(licenses.map(({ path }) => path)).toEqual(paths)
  })

  it('does look: a figure of an unknown source is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tradegloss-'))
    try {
      cpSync(PACKAGE_FOLDER, folder, { recursive: true })
      const file = join(folder, 'figures.csv')
      writeFileSync(file, readFileSync(file, 'utf8').replace(',usgs-mcs2026-data,', ',nobody,'))
      const resource = (await open(folder)).getResource('figures')
      await expect(resource.read({ relations: true })).rejects.toThrow(/[Ff]oreign key/)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

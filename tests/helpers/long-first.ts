/** The order in which test files begin: those that take minutes first, so that none of them runs alone at the end. */

import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Such a file says so itself, at the end of the comment that opens it. */
const isLong = ({ moduleId }: TestSpecification) => /^\/\*\*.* @long \*\//.test(readFileSync(moduleId, 'utf8'))

const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder

export class LongFirst extends BaseSequencer {
  /** Vitest's own order, but for the long ones: by the time of the run before, or by size where there was none. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const long = new Set(sorted.filter(isLong))
    return sorted.toSorted((a, b) => groupOf(a) - groupOf(b) || Number(long.has(b)) - Number(long.has(a)))
  }
}

/** How the tests run: pure code in Node, page code in a DOM, the builds, the extension in real browsers, and the repository's own promises. */

import { availableParallelism } from 'node:os'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './helpers/long-first.ts'

/** Tests of code that knows no browser, nor what is stored. */
const PURE = 'tests/unit/{card,cli,dataset,detect,report,ui,unknown}/**/*.test.ts'

const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  root,
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
    projects: [
      {
        root,
        test: {
          name: 'pure',
          include: [PURE],
          // Nothing there is replaced or kept, so files of one worker need not load the code anew.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], exclude: [PURE], testTimeout: 60_000 },
      },
      {
        root,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/dom/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
        },
        plugins: [preact()],
      },
      { root, test: { name: 'corpus', include: ['tests/corpus/**/*.test.ts'], testTimeout: 60_000 } },
      { root, test: { name: 'meta', include: ['tests/meta/**/*.test.ts'], testTimeout: 60_000 } },
      {
        root,
        test: {
          name: 'builds',
          include: ['tests/builds/**/*.test.ts'],
          // They build into the same folders, and a build takes every core there is.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Two files with their browsers keep two cores busy; more would lengthen the rests that tests watch.
          maxWorkers: 2,
          // What files share keeps nothing: each begins its own browsers, and need not load the drivers anew.
          isolate: false,
          // After all others, which leave no core free.
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

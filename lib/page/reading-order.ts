/** The blocks of a page in the order in which they are read, all in one go: for whoever has the time and needs no marks. */

import { takeAll, walk, type Block } from './blocks.ts'

/** Every block under `root`, its own first. Iterative, so that depth costs no stack. */
export function* blocksInOrder(root: Element): Generator<Block> {
  const waiting: (Block | Element)[] = [root]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('offsets' in next) {
      yield next
      continue
    }
    const contents: (Block | Element)[] = []
    const take = (each: Block | Element) => contents.push(each)
    takeAll(walk(next, { onRun: take, onNested: take }))
    waiting.push(...contents.reverse())
  }
}

/** Pages annotated with a small lexicon, for the tests of what an annotator is made of: what is asked, painted and told. */

import { afterEach, beforeEach, vi } from 'vitest'
import { findIn } from '../../../lib/detect/finding.ts'
import { CATEGORIES, type Category, type Judge } from '../../../lib/detect/types.ts'
import { Annotator } from '../../../lib/page/annotator.ts'
import type { Find } from '../../../lib/page/asking.ts'
import type { Density } from '../../../lib/page/density.ts'
import type { Mark } from '../../../lib/page/marks.ts'
import type { Painter } from '../../../lib/page/painter.ts'
import { wait } from '../../e2e/waiting.ts'
import { lexiconOf, term } from '../../helpers/lexicons.ts'
import { settle } from '../../helpers/settle.ts'

const lexicon = lexiconOf(
  [
    term('rare earth', { entry: 'group' }),
    term('one china', { entry: 'policy' }),
    term('xenon', { entry: 'xenon', rule: 'needs:supply' }),
    term('dual use', { entry: 'group', rule: 'judge' }),
  ],
  { categories: { policy: 'one-china' }, words: { supply: ['export', 'mine'] } },
)

/** Holds what is painted where the browser would draw it. */
function fakePainter() {
  const ranges = new Map<Range, Category>()
  const roots: ShadowRoot[] = []
  const restore = vi.fn<() => void>()
  const painter: Painter = {
    add: (category, range) => void ranges.set(range, category),
    remove: (_, range) => void ranges.delete(range),
    restore,
    clear: () => ranges.clear(),
    adopt: (root) => void roots.push(root),
  }
  return { painter, ranges, roots, restore }
}

/** All categories, unless a test hides some. */
export const ALL = new Set(CATEGORIES)

/** Answers a question some milliseconds later, as a background does. */
export const findWith =
  (page: { lead: string }, judge: Judge, delay = () => 5): Find =>
  async (texts, topics) => {
    await wait(delay())
    return findIn(lexicon, texts, { lead: page.lead, strong: new Set(topics) }, judge, (error) => {
      throw error
    })
  }

/** Marks the page as it is now; what was asked, drawn and told can be looked at. */
export function annotate(lead = '', judge: Judge = () => undefined, density: Density = 'all', find?: Find) {
  const about = { lead }
  const asked = vi.fn<Find>(find ?? findWith(about, judge))
  const drawn = fakePainter()
  const told: Mark[] = []
  const dropped: Mark[] = []
  const onRead = vi.fn<() => void>()
  const onNews = vi.fn<() => void>()
  const annotator = new Annotator({
    isUnwanted: () => false,
    find: asked,
    painter: drawn.painter,
    categories: ALL,
    density,
    onMarks: (marks) => void told.push(...marks),
    onRead,
    onNews,
    onDropped: (mark) => void dropped.push(mark),
    onError: (error) => {
      throw error
    },
  })
  annotator.start()
  running.push(annotator)
  return { annotator, about, asked, told, dropped, onRead, onNews, ...drawn }
}
export type Annotated = ReturnType<typeof annotate>

/** A range as text and place: the words, and where they begin. */
const placeOf = ({ startContainer, startOffset, endContainer, endOffset }: Range) => {
  const path: number[] = []
  for (let at: Node = startContainer; at.parentNode; at = at.parentNode)
    path.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode))
  const words =
    startContainer === endContainer
      ? (startContainer as Text).data.slice(startOffset, endOffset)
      : `${(startContainer as Text).data.slice(startOffset)}…${(endContainer as Text).data.slice(0, endOffset)}`
  return `${path.join('.')}:${startOffset} ${words}`
}
/** All that is painted, in one order. */
export const painted = ({ ranges }: Annotated) => [...ranges.keys()].map(placeOf).sort()
/** The words marked, in the order of the page. */
export const words = ({ annotator }: Annotated) => annotator.marks().map(({ mention }) => mention.text)

const running: Annotator[] = []
/** Gives each test of a file an empty page and a clock of its own, and stops what it began. */
export function onEmptyPages(): void {
  beforeEach(() => {
    document.body.innerHTML = ''
    vi.useFakeTimers()
  })
  afterEach(() => {
    for (const annotator of running.splice(0)) annotator.stop()
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
}

/** Long enough for changes to be gathered, read and asked about. */
export const READ_MS = 500

/** Marks a page that holds `html`, and waits until all is read. */
export async function onPage(html: string): Promise<Annotated> {
  document.body.innerHTML = html
  const annotated = annotate()
  await settle(READ_MS)
  return annotated
}
export const get = (id: string) => document.getElementById(id) as HTMLElement
export const textOf = (id: string) => get(id).firstChild as Text

/** The card's life: every state with every event, and what holds for any sequence of them. */

/* oxlint-disable vitest/no-conditional-expect, vitest/expect-expect -- properties: what must hold depends on the case that was drawn. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  GRACE_MS,
  IDLE,
  REST_MS,
  step,
  type Effect,
  type Event,
  type Mode,
  type State,
  type Step,
} from '../../../lib/card/machine.ts'

type Mark = 'A' | 'B' | 'C'

const intending: State<Mark> = { kind: 'intending', mark: 'A', token: 1 }
const open = (mode: Mode, mark: Mark = 'A'): State<Mark> => ({ kind: 'open', mark, mode })
const leaving: State<Mark> = { kind: 'leaving', mark: 'A', token: 1, next: null }
const passing: State<Mark> = { kind: 'leaving', mark: 'A', token: 1, next: { mark: 'B', token: 2 } }

const pointer = (over: Mark | 'card' | null, token = 9): Event<Mark> => ({ type: 'pointer', over, token })
const rest = { type: 'start-rest', token: 9 } as const
const grace = { type: 'start-grace', token: 9 } as const
const hide = { type: 'hide' } as const
const show = (mark: Mark, mode: Mode): Effect<Mark> => ({ type: 'show', mark, mode })
const wanting = (mark: Mark): State<Mark> => ({ kind: 'intending', mark, token: 9 })

const events = {
  'rests on A': pointer('A'),
  'rests on B': pointer('B'),
  'on the card': pointer('card'),
  'on nothing': pointer(null),
  'rested, token 1': { type: 'rested', token: 1 },
  'rested, token 2': { type: 'rested', token: 2 },
  'rested, late token': { type: 'rested', token: 0 },
  'grace over, token 1': { type: 'grace-over', token: 1 },
  'grace over, late token': { type: 'grace-over', token: 0 },
  'key on B': { type: 'key-open', mark: 'B' },
  'tap on B': { type: 'tap', mark: 'B' },
  'click on A': { type: 'click', mark: 'A' },
  'click on B': { type: 'click', mark: 'B' },
  pin: { type: 'pin' },
  unpin: { type: 'unpin' },
  close: { type: 'close' },
  interrupt: { type: 'interrupt' },
} as const satisfies Record<string, Event<Mark>>
type EventName = keyof typeof events

type Outcome = [state: State<Mark>, ...effects: Effect<Mark>[]]
/** What each event does to a state; an event that is not listed changes nothing and does nothing. */
type Row = Partial<Record<EventName, Outcome>>

/** The same from every state. */
const always: Row = {
  'key on B': [open('key', 'B'), show('B', 'key')],
  'tap on B': [open('touch', 'B'), show('B', 'touch')],
  'click on A': [open('pinned'), show('A', 'pinned')],
  'click on B': [open('pinned', 'B'), show('B', 'pinned')],
}
const shown: Row = { ...always, close: [IDLE, hide], pin: [open('pinned'), show('A', 'pinned')] }
const unpinned: Row = { ...shown, unpin: [open('hover'), show('A', 'hover')] }
const away: State<Mark> = { kind: 'leaving', mark: 'A', token: 9, next: null }
const backOnCard: Row = {
  'rests on A': [open('hover')],
  'on the card': [open('hover')],
}

const table: [name: string, state: State<Mark>, row: Row][] = [
  ['idle', IDLE, { ...always, 'rests on A': [wanting('A'), rest], 'rests on B': [wanting('B'), rest] }],
  [
    'intending',
    intending,
    {
      ...always,
      'rests on A': [wanting('A'), rest],
      'rests on B': [wanting('B'), rest],
      'on the card': [IDLE],
      'on nothing': [IDLE],
      'rested, token 1': [open('hover'), show('A', 'hover')],
      close: [IDLE],
      interrupt: [IDLE],
    },
  ],
  [
    'open by hover',
    open('hover'),
    {
      ...unpinned,
      ...backOnCard,
      'rests on B': [{ ...away, next: { mark: 'B', token: 9 } }, rest, grace],
      'on nothing': [away, grace],
    },
  ],
  ['open by key', open('key'), unpinned],
  ['open by touch', open('touch'), unpinned],
  ['pinned', open('pinned'), { ...unpinned, 'click on A': [open('pinned')] }],
  [
    'leaving',
    leaving,
    {
      ...shown,
      ...backOnCard,
      'rests on B': [{ ...leaving, next: { mark: 'B', token: 9 } } as State<Mark>, rest],
      'grace over, token 1': [IDLE, hide],
    },
  ],
  [
    'leaving for another mention',
    passing,
    {
      ...shown,
      ...backOnCard,
      'rests on B': [{ ...leaving, next: { mark: 'B', token: 9 } } as State<Mark>, rest],
      'on nothing': [leaving],
      'rested, token 2': [open('hover', 'B'), show('B', 'hover')],
      interrupt: [leaving],
    },
  ],
]

const cells = table.flatMap(([name, state, row]) =>
  (Object.keys(events) as EventName[])
    // What becomes of a mention that the pointer rests on when the grace ends stands below.
    .filter((event) => !(name === 'leaving for another mention' && event === 'grace over, token 1'))
    .map((event) => ({ name, event, state, outcome: row[event] ?? ([state] as Outcome) })),
)

describe('every state with every event', () => {
  it.each(cells)('$name, $event', ({ state, event, outcome: [next, ...effects] }) => {
    const result = step(state, events[event])
    expect(result.state).toEqual(next)
    expect(result.effects.toSorted((a, b) => a.type.localeCompare(b.type))).toEqual(
      effects.toSorted((a, b) => a.type.localeCompare(b.type)),
    )
  })

  it('changes no state in place', () => {
    for (const [, state] of table) {
      const before = JSON.stringify(state)
      for (const event of Object.values(events)) step(state, event)
      expect(JSON.stringify(state)).toBe(before)
    }
  })
})

/** Runs events one after another; the effects of the last. */
function run(...sequence: Event<Mark>[]): { state: State<Mark>; effects: Effect<Mark>[]; all: Effect<Mark>[] } {
  let state: State<Mark> = IDLE
  let effects: Effect<Mark>[] = []
  const all: Effect<Mark>[] = []
  for (const event of sequence) {
    ;({ state, effects } = step(state, event))
    all.push(...effects)
  }
  return { state, effects, all }
}
const at = (over: Mark | 'card' | null, token: number) => pointer(over, token)
const rested = (token: number): Event<Mark> => ({ type: 'rested', token })
const graceOver = (token: number): Event<Mark> => ({ type: 'grace-over', token })

describe('what a reader does', () => {
  it('rests 180 ms and has 300 ms to reach the card', () => expect([REST_MS, GRACE_MS]).toEqual([180, 300]))

  it('opens at rest', () => expect(run(at('A', 1), rested(1)).effects).toEqual([show('A', 'hover')]))

  it('opens only once the last move has rested', () => {
    expect(run(at('A', 1), at('A', 2), rested(1)).all).not.toContainEqual(show('A', 'hover'))
    expect(run(at('A', 1), at('A', 2), rested(1), rested(2)).effects).toEqual([show('A', 'hover')])
  })

  it('passes over a mention and on: nothing opens', () =>
    expect(run(at('A', 1), at(null, 2), rested(1)).all).toEqual([{ type: 'start-rest', token: 1 }]))

  it('travels into the card and stays', () => {
    const travelled = run(at('A', 1), rested(1), at(null, 2), at('card', 3), graceOver(2))
    expect(travelled.state).toEqual(open('hover'))
    expect(travelled.all).not.toContainEqual(hide)
  })

  it('leaves and the card closes', () =>
    expect(run(at('A', 1), rested(1), at(null, 2), at(null, 3), graceOver(2)).effects).toEqual([hide]))

  it('leaves twice and only the second leaving closes', () => {
    const sequence = [at('A', 1), rested(1), at(null, 2), at('A', 3), at(null, 4)]
    expect(run(...sequence, graceOver(2)).state).toMatchObject({ kind: 'leaving', token: 4 })
    expect(run(...sequence, graceOver(2), graceOver(4)).state).toEqual(IDLE)
  })

  it('crosses a second mention on the way to the card: it needs its own rest', () => {
    const crossing = [at('A', 1), rested(1), at('B', 2)]
    expect(run(...crossing).state).toMatchObject({ kind: 'leaving', mark: 'A' })
    expect(run(...crossing, at('card', 3), rested(2), graceOver(2)).state).toEqual(open('hover'))
    expect(run(...crossing, rested(2)).state).toEqual(open('hover', 'B'))
    expect(run(...crossing, at('B', 3), rested(2)).state).toMatchObject({ kind: 'leaving', mark: 'A' })
  })

  // A card opens after the pointer has rested for 180 ms. The grace of the first card may end before the rest on the second
  // mention does; the pointer then lies on it and nothing ever opens, since a pointer at rest sends no events.
  it('rests on a second mention while the grace ends: its card opens all the same', () => {
    const sequence = [at('A', 1), rested(1), at(null, 2), at('B', 3), graceOver(2), rested(3)]
    expect(run(...sequence).effects).toEqual([show('B', 'hover')])
  })

  it.each<Mode>(['key', 'touch', 'pinned'])('keeps a card opened by %s while the pointer wanders', (mode) => {
    let state = open(mode)
    for (const event of [
      at('B', 1),
      rested(1),
      at(null, 2),
      graceOver(2),
      at('card', 3),
      { type: 'interrupt' } as const,
    ])
      ({ state } = step(state, event))
    expect(state).toEqual(open(mode))
  })

  it('closes with Escape from every state', () => {
    for (const [, state] of table) expect(step(state, { type: 'close' }).state).toEqual(IDLE)
  })

  it('presses a button or scrolls before the card opens: it does not', () =>
    expect(run(at('A', 1), { type: 'interrupt' }, rested(1)).all).toEqual([{ type: 'start-rest', token: 1 }]))

  it('pins and unpins', () => {
    expect(run(at('A', 1), rested(1), { type: 'pin' }).state).toEqual(open('pinned'))
    expect(run({ type: 'click', mark: 'A' }, { type: 'unpin' }, at(null, 1), graceOver(1)).state).toEqual(IDLE)
    expect(run(at('A', 1), rested(1), at(null, 2), { type: 'pin' }, graceOver(2)).state).toEqual(open('pinned'))
  })
})

const anyMark = fc.constantFrom<Mark>('A', 'B', 'C')
const anyToken = fc.integer({ min: 0, max: 6 })
const anyEvent: fc.Arbitrary<Event<Mark>> = fc.oneof(
  fc.record({
    type: fc.constant('pointer' as const),
    over: fc.oneof(anyMark, fc.constantFrom('card' as const, null)),
    token: anyToken,
  }),
  fc.record({ type: fc.constantFrom('rested' as const, 'grace-over' as const), token: anyToken }),
  fc.record({ type: fc.constantFrom('key-open' as const, 'tap' as const, 'click' as const), mark: anyMark }),
  fc.record({ type: fc.constantFrom('pin' as const, 'unpin' as const, 'close' as const, 'interrupt' as const) }),
)

describe('any sequence of events', () => {
  it('never has two cards open, hides only what is shown, and closes to idle', () =>
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (sequence) => {
        let state: State<Mark> = IDLE
        let card: Mark | null = null
        for (const event of sequence) {
          const result: Step<Mark> = step(state, event)
          ;({ state } = result)
          const changes = result.effects.filter(({ type }) => type === 'show' || type === 'hide')
          expect(changes.length).toBeLessThanOrEqual(1)
          for (const effect of changes) {
            if (effect.type === 'show') card = effect.mark
            else {
              expect(card).not.toBeNull()
              card = null
            }
          }
          // The one card there is, is the one that the state speaks of.
          expect(state.kind === 'open' || state.kind === 'leaving' ? state.mark : null).toBe(card)
        }
        const closed = step(state, { type: 'close' })
        expect(closed.state).toEqual(IDLE)
        expect(closed.effects).toEqual(card === null ? [] : [hide])
      }),
      { numRuns: 2000 },
    ))

  it('opens by pointer only what the pointer rested on', () =>
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (sequence) => {
        let state: State<Mark> = IDLE
        /** Tokens of moves over a mention. */
        const over = new Map<number, Set<Mark>>()
        for (const event of sequence) {
          if (event.type === 'pointer' && event.over && event.over !== 'card')
            over.set(event.token, (over.get(event.token) ?? new Set()).add(event.over))
          const result: Step<Mark> = step(state, event)
          for (const effect of result.effects)
            if (effect.type === 'show' && event.type === 'rested') expect(over.get(event.token)).toContain(effect.mark)
          if (event.type === 'pointer') expect(result.effects.some(({ type }) => type === 'show')).toBe(false)
          ;({ state } = result)
        }
      }),
    ))
})

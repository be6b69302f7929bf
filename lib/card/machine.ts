/**
 * The life of the card as one state and one function: when it opens, why it stays, what closes it. Pure.
 * Timers carry tokens; one that comes late finds another token and does nothing.
 */

/** How long the pointer rests on a mention before the card opens. */
export const REST_MS = 180
/** How long the pointer may be away, on its way to the card, before the card closes. */
export const GRACE_MS = 300

/** Why an open card is open. A pinned one stays until it is closed on purpose. */
export type Mode = 'hover' | 'key' | 'touch' | 'pinned'

export type State<Mark> =
  | { kind: 'idle' }
  /** The pointer rests on a mention; nothing is shown yet. */
  | { kind: 'intending'; mark: Mark; token: number }
  /** Shown. */
  | { kind: 'open'; mark: Mark; mode: Mode }
  /** Shown, and the pointer has left mention and card; `next` is another mention that it rests on meanwhile. */
  | { kind: 'leaving'; mark: Mark; token: number; next: { mark: Mark; token: number } | null }

export type Event<Mark> =
  | { type: 'pointer'; over: Mark | 'card' | null; token: number }
  | { type: 'rested'; token: number }
  | { type: 'grace-over'; token: number }
  | { type: 'key-open' | 'tap'; mark: Mark }
  | { type: 'click'; mark: Mark }
  | { type: 'pin' | 'unpin' }
  /** Escape, a click outside, the mention gone or out of sight, navigation: closes from every state. */
  | { type: 'close' }
  /** A button went down, text is being selected, or the page scrolled: what was only intended is dropped. */
  | { type: 'interrupt' }

/** What the caller must do. */
export type Effect<Mark> =
  { type: 'start-rest' | 'start-grace'; token: number } | { type: 'show'; mark: Mark; mode: Mode } | { type: 'hide' }

export interface Step<Mark> {
  state: State<Mark>
  effects: Effect<Mark>[]
}

export const IDLE = { kind: 'idle' } as const

const stay = <Mark>(state: State<Mark>): Step<Mark> => ({ state, effects: [] })
const show = <Mark>(mark: Mark, mode: Mode): Step<Mark> => ({
  state: { kind: 'open', mark, mode },
  effects: [{ type: 'show', mark, mode }],
})
const isShown = <Mark>(state: State<Mark>): state is Extract<State<Mark>, { mode: Mode } | { kind: 'leaving' }> =>
  state.kind === 'open' || state.kind === 'leaving'

/** The next state and what to do about it. Unknown or late events change nothing. */
export function step<Mark>(state: State<Mark>, event: Event<Mark>): Step<Mark> {
  switch (event.type) {
    case 'close':
      return { state: IDLE, effects: isShown(state) ? [{ type: 'hide' }] : [] }
    case 'key-open':
      return show(event.mark, 'key')
    case 'tap':
      return show(event.mark, 'touch')
    case 'click':
      if (state.kind === 'open' && state.mode === 'pinned' && state.mark === event.mark) return stay(state)
      return show(event.mark, 'pinned')
    case 'pin':
      return isShown(state) ? show(state.mark, 'pinned') : stay(state)
    case 'unpin':
      return state.kind === 'open' ? show(state.mark, 'hover') : stay(state)
    case 'interrupt':
      if (state.kind === 'intending') return stay(IDLE)
      return state.kind === 'leaving' ? stay({ ...state, next: null }) : stay(state)
    case 'rested':
      return rested(state, event.token)
    case 'grace-over':
      if (state.kind !== 'leaving' || state.token !== event.token) return stay(state)
      // The pointer already rests on another mention: this card goes, and that one still gets its rest.
      return { state: state.next ? { kind: 'intending', ...state.next } : IDLE, effects: [{ type: 'hide' }] }
    case 'pointer':
      return pointer(state, event)
  }
}

function rested<Mark>(state: State<Mark>, token: number): Step<Mark> {
  if (state.kind === 'intending' && state.token === token) return show(state.mark, 'hover')
  if (state.kind === 'leaving' && state.next?.token === token) return show(state.next.mark, 'hover')
  return stay(state)
}

function pointer<Mark>(state: State<Mark>, { over, token }: Extract<Event<Mark>, { type: 'pointer' }>): Step<Mark> {
  const rest: Effect<Mark> = { type: 'start-rest', token }
  if (state.kind === 'idle' || state.kind === 'intending') {
    if (over === null || over === 'card') return stay(IDLE)
    // Every move starts the rest anew: a pointer that passes through opens nothing.
    return { state: { kind: 'intending', mark: over, token }, effects: [rest] }
  }
  if (state.kind === 'open' && state.mode !== 'hover') return stay(state)
  if (over === 'card' || over === state.mark) return stay({ kind: 'open', mark: state.mark, mode: 'hover' })
  const next = over === null ? null : { mark: over, token }
  const effects: Effect<Mark>[] = next ? [rest] : []
  if (state.kind === 'leaving') return { state: { ...state, next }, effects }
  return {
    state: { kind: 'leaving', mark: state.mark, token, next },
    effects: [...effects, { type: 'start-grace', token }],
  }
}

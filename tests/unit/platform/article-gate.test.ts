/** The gate before a page: open where there is none, opened by the reader's word, and told of where it changes. */

import { afterEach, expect, it, vi } from 'vitest'
import {
  hasGate,
  insistInPage,
  isGateOpen,
  setGate,
  tellGateChanged,
  watchGate,
  type Gate,
} from '../../../lib/platform/article-gate.ts'

/** A gate that stands closed until somebody insists. */
function closed(isAlive = true): Gate {
  let isOpen = false
  return { isOpen: () => isOpen, isAlive: () => isAlive, insist: () => void (isOpen = true) }
}
afterEach(() => setGate(undefined))

it('is open where there is none', () => {
  expect([isGateOpen(), hasGate()]).toEqual([true, false])
  insistInPage()
  expect([isGateOpen(), hasGate()]).toEqual([true, false])
})

it('stays closed until the reader asks for the page', () => {
  setGate(closed())
  expect([isGateOpen(), hasGate()]).toEqual([false, true])
  insistInPage()
  expect(isGateOpen()).toBe(true)
})

it('counts for nothing as a sign of us where its extension is gone', () => {
  setGate(closed(false))
  expect(hasGate()).toBe(false)
})

it('tells who watches it of a change, and nobody where none does', () => {
  tellGateChanged()
  const onChange = vi.fn<() => void>()
  watchGate(onChange)
  tellGateChanged()
  expect(onChange).toHaveBeenCalledTimes(1)
})

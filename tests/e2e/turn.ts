/** Flips a switch of a popup and waits until it shows so: what a second flip does goes by what is shown. */

import type { Popup } from './driver.ts'
import { eventually } from './waiting.ts'

/** Throws an Error where the switch stays as it was. */
export async function turn(popup: Popup, name: string): Promise<void> {
  const isOn = async () => (await popup.switches()).find((each) => each.name === name)?.isOn
  const before = await isOn()
  await popup.flip(name)
  const after = await eventually(isOn, (now) => now !== before)
  if (after === before) throw new Error(`"${name}" did not turn`)
}

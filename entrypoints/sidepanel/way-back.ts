/** The button that led away from a list, found again once the list is drawn anew: whoever came by keyboard goes on from there. */

const nameOf = (button: Element) => button.getAttribute('aria-label') ?? button.textContent

export interface WayBack {
  /** Notes the button that has the focus, if one of the list has. */
  note(): void
  /** Puts the focus on the button noted, else on the tab of the list. */
  go(): void
}

/** `root` holds tabs and list. Buttons of a list may share their name: the one noted is told by its place among those. */
export function createWayBack(root: Element): WayBack {
  let noted: { name: string; place: number } | null = null
  const named = (name: string) =>
    [...root.querySelectorAll<HTMLElement>('[role=tabpanel] button')].filter((button) => nameOf(button) === name)
  return {
    note() {
      const { activeElement: button } = document
      const name = button && nameOf(button)
      const place = name === null ? -1 : named(name).indexOf(button as HTMLElement)
      noted = name === null || place < 0 ? null : { name, place }
    },
    go() {
      const button = noted && named(noted.name)[noted.place]
      noted = null
      ;(button ?? root.querySelector<HTMLElement>('[role=tab][aria-selected=true]'))?.focus()
    },
  }
}

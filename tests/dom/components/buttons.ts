/** Buttons of what is drawn, by the names that assistive technology has for them. */

/** All of them, in the order of the page. */
export const buttons = () => [...document.querySelectorAll('button')]

const nameOf = (button: HTMLButtonElement) => button.getAttribute('aria-label') ?? button.textContent

/** The button with this name. Throws where there is none, so that no test presses nothing. */
export function buttonNamed(name: string): HTMLButtonElement {
  const found = buttons().find((button) => nameOf(button) === name)
  if (!found) throw new Error(`There is no button "${name}".`)
  return found
}

/** Clicks the button with this name, and gives it. */
export function press(name: string): HTMLButtonElement {
  const button = buttonNamed(name)
  button.click()
  return button
}

/** One driver for both browsers: the few things a reader does, so that tests read the same in Chromium and in Firefox. */

import { ArticlePage, type OpenOptions } from './article-page.ts'
import { extensionFor } from './build.ts'
import { ChromiumDriver } from './chromium-driver.ts'
import { FirefoxDriver } from './firefox-driver.ts'

export interface SwitchState {
  name: string
  isOn: boolean
}

/** The real popup, over the tab in front. */
export interface Popup {
  switches(): Promise<SwitchState[]>
  flip(name: string): Promise<void>
  /** Clicks the button with these words. */
  press(name: string): Promise<void>
  text(): Promise<string>
  close(): Promise<void>
}

export interface Driver {
  readonly name: BrowserName
  open(html: string, address?: string, options?: OpenOptions): Promise<ArticlePage>
  /** Title and all text of the card once it is open; null where none is within `withinMs`, by default as long as one may take. */
  card(article: ArticlePage, withinMs?: number): Promise<{ title: string; text: string } | null>
  /** Pauses everywhere, or goes on, as the popup's switch does. */
  pause(isPaused: boolean): Promise<void>
  popup(): Promise<Popup>
  /** What an expression, or the promise that it gives, comes to in a page of the extension's own. It must be plain data. */
  inOwnPage(expression: string): Promise<unknown>
  /** Lets the extension into private windows, as the reader does where extensions are managed. */
  allowPrivate(): Promise<void>
  /** Opens an article in a new private window. */
  openPrivate(html: string, address?: string): Promise<ArticlePage>
  /** Closes the browser and starts it again on the same profile. */
  restart(): Promise<void>
  close(): Promise<void>
}

interface Drivers {
  chromium: ChromiumDriver
  firefox: FirefoxDriver
}
export type BrowserName = keyof Drivers

/** Starts a browser with the extension built for it, or a plain one. */
export async function startDriver<Name extends BrowserName>(name: Name, isPlain = false): Promise<Drivers[Name]> {
  const folder = isPlain ? null : await extensionFor(name === 'firefox' ? 'firefox' : 'chrome')
  const driver = name === 'firefox' ? new FirefoxDriver(folder) : new ChromiumDriver(folder)
  return (await driver.start()) as Drivers[Name]
}

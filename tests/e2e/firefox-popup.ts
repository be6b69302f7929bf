/** The real popup in Firefox, and what a reader allows the extension there, reached through the browser's own window (WebDriver BiDi, chrome scope). */

import type { Browser } from 'puppeteer-core'
import type { Popup, SwitchState } from './driver.ts'
import { eventually, wait } from './waiting.ts'

/** wxt.config.ts gives it. */
const ID = 'tradegloss@tradegloss.org'

interface Bidi {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>
}
interface Evaluated {
  type: string
  result?: { value?: unknown }
  exceptionDetails?: { text: string }
}

/** Text of code that runs in the browser's window, with the extension at hand. */
const WITH_EXTENSION = `
  const { extension } = WebExtensionPolicy.getByID('${ID}')
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  const popup = [...document.querySelectorAll('browser')].find((each) => each.currentURI?.spec.endsWith('/popup.html'))
`

export class FirefoxPopup implements Popup {
  readonly #bidi: Bidi
  readonly #window: string

  private constructor(bidi: Bidi, window: string) {
    this.#bidi = bidi
    this.#window = window
  }

  static async of(browser: Browser): Promise<FirefoxPopup> {
    const { connection } = browser as unknown as { connection: Bidi }
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const [window] = result.contexts as { context: string }[]
    if (window === undefined) throw new Error('Firefox shows no window')
    return new FirefoxPopup(connection, window.context)
  }

  async #inWindow(code: string): Promise<unknown> {
    const { result } = await this.#bidi.send('script.evaluate', {
      expression: `(async () => { ${WITH_EXTENSION} ${code} })()`,
      target: { context: this.#window },
      awaitPromise: true,
    })
    const { type, result: value, exceptionDetails } = result as unknown as Evaluated
    if (type === 'exception') throw new Error(exceptionDetails?.text)
    return value?.value
  }

  /** Runs code in the popup, which lives in another process; `content` is its window. */
  #inPopup(code: string): Promise<unknown> {
    const script = `sendAsyncMessage('tradegloss-test', (() => { ${code} })())`
    return this.#inWindow(`
      if (!popup) return ''
      return new Promise((resolve) => {
        const { messageManager } = popup
        const end = (answer) => {
          messageManager.removeMessageListener('tradegloss-test', listener)
          resolve(answer)
        }
        const listener = ({ data }) => end(data)
        messageManager.addMessageListener('tradegloss-test', listener)
        // A popup that is closed, or moves to another process, never answers.
        setTimeout(end, 1000, '')
        messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(script)}), false)
      })`)
  }

  /** Clicks the toolbar button over the tab in front, and again where the browser closed the popup, as it does over a page that is still loading. */
  async open(): Promise<void> {
    const words = 'Pause everywhere'
    for (let attempt = 1; attempt <= 3; attempt++) {
      await this.#inWindow(
        'if (!popup) await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)',
      )
      if ((await this.text(words)).includes(words)) return
    }
    throw new Error('Firefox does not show the popup')
  }

  /** The popup's text, once `words` are in it; else what there is after five seconds. */
  async text(words = ''): Promise<string> {
    return eventually(
      async () => String(await this.#inPopup('return content.document.body.innerText')),
      (text) => text.includes(words),
      5000,
    )
  }

  /** Clicks a button or switch by its name, as a reader would: Firefox asks for permissions after nothing else. */
  async press(name: string): Promise<void> {
    await this.#inPopup(`
      const isIt = (each) => [each.textContent.trim(), each.getAttribute('aria-label')].includes(${JSON.stringify(name)})
      const button = [...content.document.querySelectorAll('button')].find(isIt)
      const input = content.windowUtils.setHandlingUserInput(true)
      try { button.click() } finally { input.destruct() }`)
  }

  async switches(): Promise<SwitchState[]> {
    const states = await this.#inPopup(`
      return JSON.stringify([...content.document.querySelectorAll('[role=switch]')].map((each) => ({
        name: each.getAttribute('aria-label'), isOn: each.getAttribute('aria-checked') === 'true' })))`)
    return JSON.parse(String(states) || '[]') as SwitchState[]
  }

  flip(name: string): Promise<void> {
    return this.press(name)
  }

  async close(): Promise<void> {
    await this.#inWindow(`popup?.closest('panel')?.hidePopup()`)
    await wait(300)
  }

  /** Takes access back, as the reader does on about:addons. */
  async withdraw(origins: 'listed' | string[]): Promise<void> {
    const list = origins === 'listed' ? 'extension.manifest.host_permissions' : JSON.stringify(origins)
    await this.#inWindow(`await ExtensionPermissions.remove('${ID}', { origins: ${list}, permissions: [] }, extension)`)
  }

  /** Lets the extension into private windows, as the reader does on about:addons; it starts anew. */
  async allowPrivate(): Promise<void> {
    await this.#inWindow(`
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
      const granted = { permissions: ['internal:privateBrowsingAllowed'], origins: [] }
      await ExtensionPermissions.add('${ID}', granted, extension)
      await (await AddonManager.getAddonByID('${ID}')).reload()`)
  }

  async openPrivateWindow(): Promise<void> {
    await this.#inWindow(`
      const opened = OpenBrowserWindow({ private: true })
      await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }))`)
  }

  /** Loads a page that only the browser itself may open, in the tab in front. */
  async load(address: string): Promise<void> {
    await this.#inWindow(`
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal()
      gBrowser.fixupAndLoadURIString(${JSON.stringify(address)}, { triggeringPrincipal })`)
    await eventually(
      () =>
        this.#inWindow(`
          const { currentURI, webProgress } = gBrowser.selectedBrowser
          return currentURI.spec === ${JSON.stringify(address)} && !webProgress.isLoadingDocument`),
      Boolean,
    )
  }
}

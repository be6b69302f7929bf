/** A tab as a reader has it: without the watch that puppeteer keeps on every page's scripts, for which the browser records stacks, and reads every script a second time. */

import type { Browser, CDPSession } from 'puppeteer-core'
import { NO_SCRIPTS, VIEWPORT } from '../../browser/chromium.ts'

export interface BareTab {
  session: CDPSession
  close(): Promise<void>
}

let count = 0

/** An empty tab in front. Whatever it is sent to, `address` has this HTML, whose own scripts are off, and nothing else can be reached. */
export async function openBareTab(browser: Browser, address: string, html: string): Promise<BareTab> {
  const whole = await browser.target().createCDPSession()
  const url = `about:blank#${++count}`
  const { targetId } = await whole.send('Target.createTarget', { url })
  const close = async () => {
    await whole.send('Target.closeTarget', { targetId }).catch(() => {})
    await whole.detach()
  }
  try {
    const target = await browser.waitForTarget((each) => each.url() === url)
    const session = await target.createCDPSession()
    await session.send('Emulation.setDeviceMetricsOverride', { ...VIEWPORT, mobile: false })
    session.on('Fetch.requestPaused', ({ requestId, request, frameId }) => {
      // The top frame of a page bears the number of its target.
      const isPage = request.url === address && frameId === targetId
      const answered = isPage
        ? session.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: 200,
            responseHeaders: [
              { name: 'content-type', value: 'text/html; charset=utf-8' },
              { name: 'content-security-policy', value: NO_SCRIPTS },
            ],
            body: Buffer.from(html).toString('base64'),
          })
        : session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
      // A page that was left meanwhile has taken its requests with it.
      answered.catch(() => {})
    })
    await session.send('Fetch.enable', {})
    return { session, close }
  } catch (error) {
    await close()
    throw error
  }
}

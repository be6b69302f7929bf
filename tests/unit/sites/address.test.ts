/** Kinds of addresses, as far as extensions are concerned. */

import { describe, expect, it } from 'vitest'
import { kindOfAddress, type AddressKind } from '../../../lib/sites/address.ts'

describe('kindOfAddress', () => {
  it.each<[string, AddressKind]>([
    ['https://www.reuters.com/world/', 'web'],
    ['https://chrome.google.com/', 'web'],
    ['https://addons.mozilla.org.example/', 'web'],
    ['https://blog.example/pdf', 'web'],
    ['https://blog.example/?file=a.pdf', 'web'],
    ['https://blog.example/?read:more', 'web'],
    ['http://blog.example/', 'insecure'],
    ['http://localhost:8080/', 'insecure'],
    ['https://www.bis.gov/rule.pdf', 'pdf'],
    ['http://blog.example/A.PDF#page=2', 'pdf'],
    ['chrome://extensions/', 'browser'],
    ['edge://settings', 'browser'],
    ['about:blank', 'browser'],
    ['about:addons', 'browser'],
    ['view-source:https://www.reuters.com/', 'browser'],
    ['moz-extension://a/popup.html', 'browser'],
    ['data:text/html,x', 'browser'],
    ['', 'browser'],
    ['about:reader?url=https%3A%2F%2Fwww.reuters.com%2F', 'reader'],
    ['read://https_www.reuters.com/', 'reader'],
    ['chrome-distiller://a/?url=https://www.reuters.com', 'reader'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/detail/x', 'store'],
    ['https://addons.mozilla.org/en-GB/firefox/', 'store'],
    ['https://microsoftedge.microsoft.com/addons', 'store'],
    ['file:///home/a/article.html', 'file'],
  ])('of %s is %s', (address, kind) => expect(kindOfAddress(address)).toBe(kind))
})

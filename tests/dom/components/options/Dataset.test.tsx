/** The dataset's part of the options page, as it is drawn: what is in use, what is offered, and every fault in one line. */

import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Dataset } from '../../../../components/options/Dataset.tsx'
import type { DatasetActions, DatasetView } from '../../../../components/options/dataset-view.ts'
import { FAULT_KEYS, faultLine } from '../../../../components/options/fault-line.ts'
import { NetworkLog } from '../../../../components/options/NetworkLog.tsx'
import type { FaultCode } from '../../../../lib/updates/fault.ts'
import type { Offer } from '../../../../lib/updates/state.ts'
import type { UpdateStatus } from '../../../../lib/updates/status.ts'
import { wait } from '../../../e2e/waiting.ts'
import { buttons, press } from '../buttons.ts'
import { t } from '../words.ts'

const NOW = Date.UTC(2026, 10, 28)
const KEY = { publicKey: 'x', id: '0123456789abcdef', fingerprint: '0123 4567 89ab cdef 0123 4567 89ab cdef' }
const status = (change: Partial<UpdateStatus> = {}): UpdateStatus => ({
  current: { edition: '2026.11.1', isUnsigned: false, origin: { kind: 'bundled' }, keyId: '', addedAt: NOW },
  onPages: '2026.11.1',
  previous: null,
  bundled: '2026.11.1',
  feed: { url: '', isManaged: false },
  schedule: 'never',
  keys: { inForce: [], areManaged: false },
  isOff: { updates: false, imports: false },
  canVerify: true,
  last: null,
  offer: null,
  changes: null,
  progress: null,
  ...change,
})
const offer: Offer = {
  locale: 'de',
  from: '2026.11.1',
  to: '2026.12.1',
  notes: 'Customs revised 2024.\nTwice.',
  lines: ['Zahlen: 1 geändert', '  geändert: Japan, aus China · Seltene Erden: 71 % → 62 %'],
  more: 1234,
  sha256: 'a',
  isUnsigned: false,
  signer: KEY.fingerprint,
  source: 'data.example',
  handsOverTo: [],
}

const actions = Object.fromEntries(
  [
    'Check',
    'Feed',
    'ForgetFeed',
    'Schedule',
    'Key',
    'Trust',
    'Distrust',
    'File',
    'Accept',
    'Dismiss',
    'RollBack',
    'Bundled',
    'ClearLog',
  ].map((name) => [`on${name}`, vi.fn<() => void>()]),
) as unknown as DatasetActions

function draw(change: Partial<UpdateStatus> = {}, rest: Partial<DatasetView> = {}): HTMLElement {
  const view: DatasetView = {
    status: status(change),
    requests: [],
    errand: null,
    outcome: null,
    proposed: null,
    ...rest,
  }
  render(<Dataset view={view} actions={actions} t={t} locale="en-GB" nowMs={NOW} />, document.body)
  return document.body
}
afterEach(() => {
  render(null, document.body)
  vi.clearAllMocks()
})

describe('what is in use', () => {
  it('says number, age and origin', () => {
    const text = draw().textContent
    expect(text).toContain('Edition 2026.11.1 (this month)')
    expect(text).toContain('It ships with this version of Tradegloss.')
  })
  it('says what pages read where the whole edition is lost, and that there is none only where they read none', () => {
    expect(draw({ current: null }).textContent).toContain('Edition 2026.11.1 (this month)')
    expect(document.body.textContent).not.toContain('No edition is stored yet.')
    expect(draw({ current: null, onPages: null }).textContent).toContain('No edition is stored yet.')
  })
  it('says who signed it, and offers the ways back', () => {
    const current = {
      edition: '2026.12.1',
      isUnsigned: false,
      origin: { kind: 'feed' as const, url: 'https://data.example/index.json' },
      keyId: KEY.id,
      addedAt: NOW,
    }
    expect(draw({ current, previous: { ...current, edition: '2026.11.9' } }).textContent).toContain(
      'From data.example, signed with key 0123 4567 89ab cdef.',
    )
    press('Go back to edition 2026.11.9')
    expect(actions.onRollBack).toHaveBeenCalledOnce()
    press('Back to the bundled edition 2026.11.1')
    expect(actions.onBundled).toHaveBeenCalledOnce()
  })
  it('warns of an unsigned one', () => {
    const origin = { kind: 'file' as const, name: 'mine.json' }
    expect(
      draw({ current: { edition: '2027.1.1', isUnsigned: true, origin, keyId: '', addedAt: NOW } }).textContent,
    ).toContain('Nobody vouches for it. Every card that uses it says so.')
  })
  it('waits for the background', () => {
    render(<Dataset view={null} actions={actions} t={t} locale="en-GB" nowMs={NOW} />, document.body)
    expect(document.body.textContent).toBe('Reading the dataset…')
  })
})

describe('an offer', () => {
  it('shows notes and changes as text, and who signed', () => {
    const text = draw({ offer: { ...offer, notes: '<b>Customs</b>' } }).textContent
    expect(document.querySelector('.notice-title')?.textContent).toBe('Edition 2026.12.1 from data.example is ready')
    expect(text).toContain(`Signed with the key ${KEY.fingerprint}`)
    expect(text).toContain('<b>Customs</b>')
    expect(document.querySelector('b')).toBeNull()
    expect([...document.querySelectorAll('.changes li')].map((line) => line.textContent)).toEqual([
      'geändert: Japan, aus China · Seltene Erden: 71 % → 62 %',
    ])
    // In the language in which they were written, whatever the page's is by now.
    expect(document.querySelector('.changes li')?.closest('[lang]')?.getAttribute('lang')).toBe('de')
    expect(text).toContain('1,234 more lines')
    press('Use this edition')
    expect(actions.onAccept).toHaveBeenCalledOnce()
  })
  it('without a signature warns before anything else', () => {
    const text = draw({ offer: { ...offer, isUnsigned: true, signer: '' } }).textContent ?? ''
    const places = ['Anybody may have written or changed this file', 'Customs revised', 'geändert: Japan'].map(
      (words) => text.indexOf(words),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(text).not.toContain('Signed with')
    expect(buttons().some((button) => button.textContent === 'Use this edition')).toBe(false)
    press('Use it without a signature')
    expect(actions.onAccept).toHaveBeenCalledOnce()
  })
  it('that changes nothing says so, and only such a one does', () => {
    const nothing = 'No entry, term, text or figure.'
    expect(draw({ offer: { ...offer, lines: [], more: 0 } }).textContent).toContain(nothing)
    expect(draw({ offer }).textContent).not.toContain(nothing)
  })
  it('says where its publisher moves to another key', () =>
    expect(draw({ offer: { ...offer, handsOverTo: ['aaaa bbbb'] } }).textContent).toContain('another key: aaaa bbbb'))
})

describe('the feed', () => {
  it('shows a key to compare', () => {
    draw({}, { proposed: { feed: 'https://data.example/index.json', key: KEY } })
    expect(document.body.textContent).toContain('data.example signs with this key')
    expect(document.body.textContent).toContain(KEY.fingerprint)
    press('It differs')
    expect(actions.onTrust).toHaveBeenCalledExactlyOnceWith(false)
    vi.mocked(actions.onTrust).mockClear()
    // While something else is under way it waits, and can be put away.
    const trust = buttons().find((button) => button.textContent === t('options_data_trust'))
    draw({}, { proposed: { feed: '', key: KEY }, errand: 'check' })
    expect(trust?.getAttribute('aria-disabled')).toBe('true')
    trust?.click()
    expect(actions.onTrust).not.toHaveBeenCalled()
  })
  it('has a button for each of its keys, named by that key', () => {
    const other = { ...KEY, publicKey: 'y', fingerprint: 'ffff' }
    draw({ keys: { inForce: [KEY, other], areManaged: false } })
    document.querySelector<HTMLButtonElement>('[aria-label="Remove the key ffff"]')?.click()
    expect(actions.onDistrust).toHaveBeenCalledExactlyOnceWith('y')
  })
  it.each(['no-access', 'no-key'] as const)('can be entered once more after "%s", though it is in use', (code) => {
    const url = 'https://data.example/index.json'
    const last = { at: NOW, fault: { code, values: { host: 'data.example' } } }
    draw({ feed: { url, isManaged: false }, last })
    press('Use this feed')
    expect(actions.onFeed).toHaveBeenCalledExactlyOnceWith(url)
    vi.mocked(actions.onFeed).mockClear()
    draw({ feed: { url, isManaged: true }, last })
    expect(buttons().map((button) => button.textContent)).not.toContain('Use this feed')
  })
  it('set by the organisation cannot be changed here', () => {
    const text = draw({
      feed: { url: 'https://data.example/index.json', isManaged: true },
      keys: { inForce: [KEY], areManaged: true },
    }).textContent
    expect(text).toContain('Set by your organisation')
    expect(document.querySelector('input[type=text]')).toBeNull()
    expect(buttons().map((button) => button.textContent)).toEqual(['Check now'])
  })
  it('is off where the organisation or the browser has it so', () => {
    expect(draw({ isOff: { updates: true, imports: true } }).textContent).toContain(
      'Updates are switched off by your organisation.',
    )
    expect(document.querySelector('input')).toBeNull()
    expect(draw({ canVerify: false }).textContent).toContain('cannot check Ed25519 signatures')
  })
  it('says what came of the last look', () =>
    expect(
      draw({ last: { at: NOW, fault: { code: 'stalled', values: { host: 'data.example', seconds: 10 } } } })
        .textContent,
    ).toContain('data.example sent nothing for 10 seconds.'))
})

describe('an errand', () => {
  it('shows how far it is, and keeps the buttons still', () => {
    draw(
      {
        feed: { url: 'https://data.example', isManaged: false },
        progress: { step: 'reading', bytes: 600_000, of: 1_200_000 },
      },
      { errand: 'check' },
    )
    expect(document.querySelector('.data-progress')?.textContent).toBe('Reading: 0.6 MB')
    expect(document.querySelector('progress')?.value).toBe(600_000)
    expect(press('Check now').getAttribute('aria-disabled')).toBe('true')
    expect(actions.onCheck).not.toHaveBeenCalled()
    // Disabled by the browser they would lose the focus.
    expect(document.querySelectorAll(':disabled')).toHaveLength(0)
    expect(document.querySelector<HTMLInputElement>('input[inputmode=url]')?.readOnly).toBe(true)
  })
  it('tells each step once, and what it led to, where assistive technology listened before', () => {
    draw()
    const [, told] = document.querySelectorAll('[role=status]')
    const said = [0.1, 0.2].map((part) => {
      draw({ progress: { step: 'reading', bytes: part * 1e6, of: 1e6 } }, { errand: 'check' })
      return told?.textContent
    })
    draw({ progress: { step: 'installing', bytes: 0, of: 0 } }, { errand: 'accept' })
    said.push(told?.textContent)
    draw({}, { outcome: 'up-to-date' })
    said.push(told?.textContent)
    draw({ offer })
    said.push(told?.textContent)
    draw({}, { proposed: { feed: 'https://data.example/index.json', key: KEY } })
    expect([...said, told?.textContent]).toEqual([
      'Reading…',
      'Reading…',
      'Installing…',
      'There is no newer edition.',
      'Edition 2026.12.1 from data.example is ready',
      'data.example signs with this key',
    ])
  })
  it.each([
    ['bad-address', 'Address of a feed', 'This is not an https address.'],
    ['bad-key', 'A publisher’s public key', 'This is not an Ed25519 public key: 44 letters that end in “=”.'],
  ] as const)('that failed for what was written says so at its field: %s', (code, label, words) => {
    draw({}, { outcome: { code, values: {} } })
    const field = [...document.querySelectorAll('input')].find(({ labels }) => labels?.[0]?.textContent === label)
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    expect(field?.getAttribute('aria-describedby')?.split(' ')).toContain(document.querySelector('[role=alert]')?.id)
    expect([...document.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent)).toEqual([words])
  })
  it('keeps a key with a slip in it, to be mended', async () => {
    draw()
    const field = [...document.querySelectorAll('input')].find(({ labels }) =>
      labels?.[0]?.textContent?.includes('key'),
    )
    if (!field) throw new Error('there is no field for a key')
    field.value = 'abc'
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await wait(0)
    press('Show its fingerprint')
    expect(actions.onKey).toHaveBeenCalledWith('abc')
    draw({}, { outcome: { code: 'bad-key', values: {} } })
    expect(field.value).toBe('abc')
    // Mended, it stands beside the question whether it is the right one.
    draw({}, { proposed: { feed: '', key: KEY } })
    await wait(0)
    expect(field.value).toBe('')
  })
  it('that failed says so in one line', () => {
    draw({}, { outcome: { code: 'not-found', values: { host: 'data.example', status: 404 } } })
    expect(document.querySelector('[role=alert]')?.textContent).toBe('data.example has no such file (404).')
  })
})

describe('a fault', () => {
  /** Whatever a line may ask for. */
  const values = {
    host: 'h',
    status: 1,
    seconds: 1,
    bytes: 1,
    type: 'x',
    key: 'k',
    problem: 'p',
    what: 'w',
    limit: 1,
    edition: 'e',
    current: 'c',
  }
  it.each(Object.keys(FAULT_KEYS) as FaultCode[])('%s is one line without a hole', (code) =>
    expect(faultLine({ code, values }, t, 'en')).toMatch(/^[^{}\n]{15,}$/),
  )
})

describe('the network log', () => {
  it('is empty at first, then tells each request, and can be cleared', () => {
    const onClear = vi.fn<() => void>()
    render(<NetworkLog requests={[]} t={t} locale="en-GB" onClear={onClear} />, document.body)
    expect(document.body.textContent).toBe('No request is listed.')
    const requests = [
      { at: NOW, url: 'https://data.example/index.json', bytes: 1234, outcome: 'ok' as const, values: {} },
      {
        at: NOW - 1,
        url: 'https://data.example/e.json',
        bytes: 0,
        outcome: 'not-found' as const,
        values: { host: 'data.example', status: 404 },
      },
    ]
    render(<NetworkLog requests={requests} t={t} locale="en-GB" onClear={onClear} />, document.body)
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].slice(1).map((cell) => cell.textContent),
    )
    expect(rows).toEqual([
      ['https://data.example/index.json', '1,234', 'Received'],
      ['https://data.example/e.json', '0', 'data.example has no such file (404).'],
    ])
    press('Clear the log')
    expect(onClear).toHaveBeenCalledOnce()
  })
})

/** The options page as it is drawn: every setting shows how it stands and tells what was chosen; what is locked cannot be chosen. */

import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Options } from '../../../../components/options/Options.tsx'
import { SECTIONS, type OptionsActions, type OptionsView } from '../../../../components/options/options-view.ts'
import { DEFAULTS, type Settings } from '../../../../lib/settings/definition.ts'
import { policyFrom } from '../../../../lib/settings/policy-definition.ts'
import { withPolicy } from '../../../../lib/settings/with-policy.ts'
import { ALL_SITES } from '../../../../lib/sites/match.ts'
import { wait } from '../../../e2e/waiting.ts'
import { buttonNamed, press } from '../buttons.ts'
import { t } from '../words.ts'

const NO_POLICY = policyFrom({}).policy
const ECONOMIES = { WLD: 'World', JPN: 'Japan', DEU: 'Germany', AUS: 'Australia' }
const LISTED = [
  { host: 'www.reuters.com', name: 'Reuters', lang: 'en' },
  { host: 'nikkei.com', name: '日本経済新聞', lang: 'ja' },
  ...Array.from({ length: 12 }, (_, at) => ({ host: `news${at}.example`, name: `News ${at}`, lang: 'de' })),
]

function draw(change: Partial<OptionsView> = {}) {
  const actions = {
    // Generic, as mocks are not.
    onChange: vi.fn<() => void>() as unknown as OptionsActions['onChange'],
    onSiteOn: vi.fn<OptionsActions['onSiteOn']>(),
    onRemoveSite: vi.fn<OptionsActions['onRemoveSite']>(),
    onRemoveNotThis: vi.fn<OptionsActions['onRemoveNotThis']>(),
    onChangeShortcuts: vi.fn<OptionsActions['onChangeShortcuts']>(),
    onExport: vi.fn<OptionsActions['onExport']>(),
    onFile: vi.fn<OptionsActions['onFile']>(),
    onApply: vi.fn<OptionsActions['onApply']>(),
    onCancel: vi.fn<OptionsActions['onCancel']>(),
    onReset: vi.fn<OptionsActions['onReset']>(),
    onDismiss: vi.fn<OptionsActions['onDismiss']>(),
  }
  const own = change.own ?? DEFAULTS
  const view: OptionsView = {
    settings: own,
    own,
    policy: NO_POLICY,
    ignored: [],
    t,
    locale: 'en',
    numbers: 'en-GB',
    browserLocale: 'en',
    economies: ECONOMIES,
    listed: LISTED,
    added: {},
    entries: { 'senkaku-islands': 'Senkaku/Diaoyu islands' },
    shortcuts: [],
    problem: null,
    preview: null,
    done: null,
    ...change,
  }
  render(
    <Options view={view} actions={actions} dataset={<p>dataset</p>} log={<p>log</p>} mostLogged={100} />,
    document.body,
  )
  return actions
}
/** Lets Preact draw what a component changed of itself. */
const redrawn = () => wait(0)
afterEach(() => render(null, document.body))

const all = <Found extends Element = HTMLElement>(selector: string) => [...document.querySelectorAll<Found>(selector)]
const section = (id: string) => document.getElementById(id) as HTMLElement
const text = (id: string) => section(id).textContent ?? ''
const labelled = (name: string) => {
  const label = all<HTMLLabelElement>('label').find(({ textContent }) => textContent?.trim().startsWith(name))
  const control = label?.htmlFor ? document.getElementById(label.htmlFor) : label?.querySelector('input')
  if (!control) throw new Error(`Nothing is labelled "${name}".`)
  return control as HTMLInputElement & HTMLSelectElement
}
const choose = (control: HTMLSelectElement, value: string) => {
  control.value = value
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
/** What the last change makes of a setting. */
function changed<Key extends keyof Settings>({ onChange }: { onChange: unknown }, now: Settings = DEFAULTS) {
  const [key, to] = vi.mocked(onChange as OptionsActions['onChange']).mock.lastCall as unknown as [
    Key,
    (value: Settings[Key]) => Settings[Key],
  ]
  return [key, to(now[key])]
}

describe('sections', () => {
  it('are listed at the side, each with its heading, which links reach', () => {
    draw()
    const shown = Object.keys(SECTIONS).filter((id) => id !== 'organisation')
    expect(all<HTMLAnchorElement>('nav a').map((link) => link.getAttribute('href'))).toEqual(
      shown.map((id) => `#${id}`),
    )
    expect(all('section').map(({ id }) => id)).toEqual(shown)
    for (const id of shown) expect(section(id).querySelector('h2')?.textContent).toBeTruthy()
    expect(text('dataset')).toContain('dataset')
    expect(text('log')).toContain('log')
  })
})

describe('marks', () => {
  it('switch a category, starting from what is stored', () => {
    const own = { ...DEFAULTS, categories: { ...DEFAULTS.categories, senkaku: false } }
    const actions = draw({ own })
    expect(all('[role=switch]').map((each) => each.getAttribute('aria-checked'))).toEqual([
      'true',
      'true',
      'false',
      'true',
      'true',
    ])
    expect(document.querySelector('#marks ul')?.getAttribute('aria-label')).toBe(t('options_categories'))
    press('Dual-use goods')
    expect(changed(actions, own)).toEqual(['categories', { ...own.categories, 'dual-use': false }])
  })
  it('choose density and style, and count on the button', () => {
    const actions = draw({ own: { ...DEFAULTS, density: 'section' } })
    expect(labelled('First in each section').checked).toBe(true)
    labelled('First on the page').click()
    expect(changed(actions)).toEqual(['density', 'first'])
    labelled('Underline and tint').click()
    expect(changed(actions)).toEqual(['markStyle', 'tint'])
    expect(text('marks')).toContain(t('options_count_hint'))
    press('Count on the toolbar button')
    expect(changed(actions)).toEqual(['showsCount', false])
  })
  it('say when all is paused, and go on', () => {
    draw()
    expect(text('marks')).not.toContain('paused')
    const actions = draw({ own: { ...DEFAULTS, isPaused: true } })
    press('Go on')
    expect(changed(actions)).toEqual(['isPaused', false])
  })
})

describe('cards', () => {
  it('offer the world first, then economies by name', () => {
    const actions = draw({ own: { ...DEFAULTS, economy: 'JPN' } })
    const economy = labelled('Your economy')
    expect([...economy.options].map(({ textContent }) => textContent)).toEqual([
      'The world',
      'Australia',
      'Germany',
      'Japan',
    ])
    expect(economy.value).toBe('JPN')
    choose(economy, 'DEU')
    expect(changed(actions)).toEqual(['economy', 'DEU'])
  })
  it('show the reader’s economy also where the edition has no such one: nothing was chosen then', () => {
    draw({ own: { ...DEFAULTS, economy: 'FIN' } })
    const economy = labelled('Your economy')
    expect(economy.value).toBe('FIN')
    expect(economy.options).toHaveLength(5)
  })
  it('offer each language in its own words, and the browser’s', () => {
    const actions = draw()
    const language = labelled('Language')
    expect([...language.options].map(({ textContent }) => textContent)).toEqual([
      'As the browser (English)',
      'English',
      '日本語',
      '简体中文',
      '繁體中文',
      '한국어',
      'Deutsch',
      'français',
      'español',
    ])
    choose(language, 'de')
    expect(changed(actions)).toEqual(['language', 'de'])
  })
  it('choose light or dark', () => {
    const actions = draw()
    labelled('Dark').click()
    expect(changed(actions)).toEqual(['theme', 'dark'])
  })
})

describe('sites', () => {
  it('that are off can be switched on', () => {
    const { onSiteOn } = draw({ own: { ...DEFAULTS, sitesOff: ['www.ft.com'] } })
    press('Switch on: www.ft.com')
    expect(onSiteOn).toHaveBeenCalledExactlyOnceWith('www.ft.com')
  })
  it('that were added can be removed, and say where the browser withdrew them', () => {
    const { onRemoveSite } = draw({ added: { 'https://blog.example/*': 'withdrawn', [ALL_SITES]: 'granted' } })
    expect(text('sites')).toContain('The browser no longer allows it.')
    press('Remove: All sites (articles only)')
    expect(onRemoveSite).toHaveBeenCalledExactlyOnceWith(ALL_SITES)
    press('Remove: blog.example')
    expect(onRemoveSite).toHaveBeenLastCalledWith('https://blog.example/*')
  })
  it('of the list are found by name, host and language', async () => {
    draw()
    const rows = () => all('#sites details li').map(({ textContent }) => textContent)
    expect(rows().length).toBe(10)
    press('Show all')
    await redrawn()
    expect(rows().length).toBe(LISTED.length)
    const search = labelled('Search the list')
    for (const [query, found] of [
      ['reuters', 1],
      ['日本', 1],
      ['japanese', 1],
      ['german news', 12],
      ['nonsense', 0],
    ] as const) {
      search.value = query
      search.dispatchEvent(new Event('input', { bubbles: true }))
      await redrawn()
      expect([query, rows().length]).toEqual([query, found])
    }
    expect(text('sites')).toContain('No site of the list matches.')
  })
})

it('lists what is not to be marked, by entry and place, and takes it back', () => {
  const item = { entry: 'senkaku-islands', text: 'the islands', host: 'www.ft.com' }
  const { onRemoveNotThis } = draw({ own: { ...DEFAULTS, notThis: [item, { ...item, host: null }] } })
  expect(text('not-this')).toContain('“the islands” as Senkaku/Diaoyu islands')
  expect(text('not-this')).toContain('www.ft.com')
  expect(text('not-this')).toContain('Everywhere')
  press('Remove: “the islands” as Senkaku/Diaoyu islands')
  expect(onRemoveNotThis).toHaveBeenCalledExactlyOnceWith(item)
})

it('says so where everything may be marked', () => {
  draw()
  expect(text('not-this')).toContain('Nothing yet.')
})

it('shows shortcuts as the browser has them', () => {
  const { onChangeShortcuts } = draw({
    shortcuts: [
      { does: '', keys: '' },
      { does: 'Next mention', keys: 'Alt+Shift+J' },
    ],
  })
  expect(all('#shortcuts dt').map(({ textContent }) => textContent)).toEqual(['Open Tradegloss', 'Next mention'])
  expect(all('#shortcuts dd').map(({ textContent }) => textContent)).toEqual(['Not set', 'Alt+Shift+J'])
  press('Change shortcuts')
  expect(onChangeShortcuts).toHaveBeenCalledOnce()
})

describe('a file', () => {
  const next = {
    density: 'first',
    economy: 'JPN',
    language: 'de',
    categories: { ...DEFAULTS.categories, senkaku: false },
  } as const
  it('shows what it would change, in words, before anything happens', () => {
    const { onApply, onCancel } = draw({
      preview: { settings: next, changes: ['categories', 'density', 'economy', 'language'] },
    })
    expect(all('#backup dt').map(({ textContent }) => textContent)).toEqual([
      'Categories',
      'How many mentions',
      'Your economy',
      'Language',
    ])
    expect(all('#backup dd').map(({ textContent }) => textContent)).toEqual([
      'Rare earths, Dual-use goods, Senkaku/Diaoyu incident, One-China policy → Rare earths, Dual-use goods, One-China policy',
      'All → First on the page',
      'The world → Japan',
      'As the browser (English) → Deutsch',
    ])
    press('Import these')
    press('Cancel')
    expect(onApply).toHaveBeenCalledOnce()
    expect(onCancel).toHaveBeenCalledOnce()
  })
  it('says where it changes nothing, and what is wrong with it', () => {
    draw({ preview: { settings: {}, changes: [] } })
    expect(text('backup')).toContain('changes nothing')
    draw({ problem: 'This file is no JSON.' })
    expect(document.querySelector('#backup [role=alert]')?.textContent).toBe('This file is no JSON.')
  })
  it('is handed on when it is chosen', () => {
    const { onFile } = draw()
    const chooser = document.querySelector('input[type=file]') as HTMLInputElement
    const file = new File(['{}'], 'settings.json')
    Object.defineProperty(chooser, 'files', { value: [file] })
    chooser.dispatchEvent(new Event('change', { bubbles: true }))
    expect(onFile).toHaveBeenCalledExactlyOnceWith(file)
    const open = vi.spyOn(chooser, 'click')
    press('Import settings…')
    expect(open).toHaveBeenCalledOnce()
  })
})

it('says what was done, with a way back', () => {
  const undo = vi.fn<() => void>()
  const { onDismiss } = draw({ done: { text: 'All settings are back to what they were at first.', undo } })
  expect(document.querySelector('.toast-place')?.getAttribute('role')).toBe('status')
  press('Undo')
  press('Close')
  expect(undo).toHaveBeenCalledOnce()
  expect(onDismiss).toHaveBeenCalledOnce()
})

describe('the organisation', () => {
  const { policy, ignored } = policyFrom({
    categories: { senkaku: false },
    economy: 'JPN',
    language: 'ja',
    sitesOff: ['*.example.org'],
    sitesAllowed: ['*.nikkei.com'],
    feedUrl: 'https://data.example.org/feed.json',
    updatesOff: true,
    colour: 'red',
  })
  const own = { ...DEFAULTS, sitesOff: ['www.ft.com'] }
  const mirror = { categories: { senkaku: false }, economy: 'JPN', language: 'ja' } as const
  const settings = withPolicy(own, { ...mirror, sitesOff: policy.sitesOff, sitesAllowed: policy.sitesAllowed })

  it('locks what it has set, and nothing else', () => {
    const actions = draw({ own, settings, policy, ignored })
    expect(buttonNamed('Senkaku/Diaoyu incident').disabled).toBe(true)
    expect(buttonNamed('Senkaku/Diaoyu incident').getAttribute('aria-checked')).toBe('false')
    expect(buttonNamed('Rare earths').disabled).toBe(false)
    expect(labelled('Your economy').disabled).toBe(true)
    expect(labelled('Your economy').value).toBe('JPN')
    expect(labelled('Language').disabled).toBe(true)
    press('Senkaku/Diaoyu incident')
    expect(actions.onChange).not.toHaveBeenCalled()
    expect(all('#sites button').map((each) => each.getAttribute('aria-label'))).toContain('Switch on: www.ft.com')
    expect(text('sites')).toContain('*.example.orgSet by your organisation')
    expect(text('sites')).toContain('on these sites only: *.nikkei.com')
    const marksOf = (id: string) => text(id).split('Set by your organisation').length - 1
    expect(['marks', 'cards', 'sites'].map(marksOf)).toEqual([1, 2, 1])
    draw()
    expect(['marks', 'cards', 'sites'].map(marksOf)).toEqual([0, 0, 0])
    expect(document.querySelector('#sites .notice-box')).toBeNull()
  })
  it('is told with all it has set, in words, and what of it cannot be used', () => {
    draw({ own, settings, policy, ignored })
    const rows = all('#organisation dl > div').map(({ textContent }) => textContent)
    expect(rows).toEqual([
      'CategoriesSenkaku/Diaoyu incident: Off',
      'Your economyJapan',
      'Language日本語',
      'Switched off*.example.org',
      'Sites allowed*.nikkei.com',
      'Feed of the datasethttps://data.example.org/feed.json',
      'Updates from a feedOff',
    ])
    expect(text('organisation')).toContain('colour')
    draw({ own, settings, policy })
    expect(document.querySelector('#organisation .notice-box')).toBeNull()
    expect(all<HTMLAnchorElement>('nav a').at(-1)?.hash).toBe('#organisation')
  })
  it('keeps an import from having an effect, and says so', () => {
    draw({ own, settings, policy, preview: { settings: { economy: 'DEU' }, changes: ['economy'] } })
    expect(text('backup')).toContain('has no effect')
  })
})

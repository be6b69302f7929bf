/** The commands as a person types them, bad input included. @long */

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const RUN = fileURLToPath(new URL('../../lib/cli/run.mjs', import.meta.url))
const SEEDS = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))
const CORPUS_FILE = fileURLToPath(new URL('../corpus/ja.jsonl', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tradegloss-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  return { status, stdout, stderr }
}

/** The same where the reader of the output is gone before there is any. */
async function runUnread(args: string[]) {
  const child = spawn(process.execPath, [RUN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const [status] = await once(child, 'close')
  return { status, stderr }
}

describe('every command', () => {
  it('installs nothing through a link, behind which another clone keeps its packages', () => {
    const clone = join(folder, 'clone')
    const packages = join(folder, 'packages')
    const script = join(clone, 'lib/cli/run.mjs')
    cpSync(RUN, script)
    writeFileSync(join(clone, 'package-lock.json'), '{}')
    mkdirSync(join(packages, 'kept'), { recursive: true })
    symlinkSync(packages, join(clone, 'node_modules'))
    const { status, stderr } = spawnSync(process.execPath, [script, 'check'], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stderr).toContain('node_modules is a link')
    expect(readdirSync(packages)).toEqual(['kept'])
  })

  it.each(['annotate', 'bench', 'build', 'check', 'dataset', 'score', 'start', 'test', 'zip'])(
    '%s says what it does where it is asked for help, and does none of it',
    (command) => {
      const { status, stdout, stderr } = run([command, '--help'])
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(new RegExp(`^npm (?:run )?(?:-s )?${command}\\b`))
    },
  )

  it.each([
    ['check', 'public/dataset', "Unexpected argument 'public/dataset'"],
    ['zip', '--firefox', "Unknown option '--firefox'"],
  ])('%s takes nothing that it would leave aside', (command, given, fault) => {
    const { status, stdout, stderr } = run([command, given])
    expect([status, stdout, stderr]).toEqual([1, '', `${fault}; --help lists what there is.\n`])
  })
})

describe('npm start', () => {
  it('shows the sample article, saves a screenshot with an open card, and exits 0', () => {
    const png = join(folder, 'sample.png')
    const { status, stdout } = run(['start', '--headless', '--screenshot', png])
    expect(status).toBe(0)
    for (const category of ['rare-earths', 'dual-use', 'senkaku', 'one-china']) expect(stdout).toContain(category)
    expect(stdout).toContain('Japan buys 60–72% of its rare earths from China (2024, sources differ)')
    expect(statSync(png).size).toBeGreaterThan(50_000)
  })

  it.skipIf(!existsSync(SEEDS))('shows both articles this project began from (skipped without ../shared)', () => {
    const png = join(folder, 'seed.png')
    const files = ['002_50af8f6d44203326.txt', '000_58d8a638894371f5.txt'].map((name) => SEEDS + name)
    const { status, stdout } = run(['start', '--headless', '--screenshot', png, ...files])
    expect(status).toBe(0)
    const [first = '', second = ''] = stdout.split(/\n(?=\S+000_58d8)/)
    for (const category of ['rare-earths', 'dual-use', 'senkaku', 'one-china']) expect(first).toContain(`\n${category}`)
    for (const category of ['rare-earths', 'dual-use', 'one-china']) expect(second).toContain(`\n${category}`)
    expect(existsSync(join(folder, 'seed-1.png')) && existsSync(join(folder, 'seed-2.png'))).toBe(true)
  })

  it('saves its picture, and says nothing of a fault, where nobody reads what it prints, as behind head', async () => {
    const [article, picture] = [join(folder, 'unread.txt'), join(folder, 'unread.png')]
    writeFileSync(article, 'Japan buys most of its rare earths from China.\n')
    const { status, stderr } = await runUnread(['start', '--headless', article, '--screenshot', picture])
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('EPIPE')])
    expect(existsSync(picture)).toBe(true)
  })

  it('names a file that is not there', () => {
    const { status, stderr } = run(['start', '--headless', join(folder, 'none.html')])
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([`There is no file ${join(folder, 'none.html')}.`])
  })

  it('shows what there is in several files: one of 2010 with the figure of its time, broken markup, and an empty page', () => {
    const texts = {
      'old.txt': 'Japan fears for its supply.\n\nJapan buys most of its rare earths from China.\n',
      'empty.html': '',
      'broken.html': '<p>Japan needs <b>rare <i>earths</b></i> <div></p></table><!-- <p>rare earths',
    }
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
    const files = Object.keys(texts).map((name) => join(folder, name))
    const png = join(folder, 'several.png')
    const { status, stdout, stderr } = run([
      'start',
      '--headless',
      '--date',
      '2010-10-15',
      '--screenshot',
      png,
      ...files,
    ])
    const [old, broken] = stdout.split(/^(?=\S+(?:old\.txt|broken\.html) )/m)
    expect(old).toContain('Japan bought 81.61% of its rare earths from China in 2010')
    expect(broken).toMatch(/^rare-earths +rare earths /m)
    // A page that shows nothing keeps the others from nothing, but all of it did not come out well.
    expect(stderr).toMatch(/empty\.html: nothing to show/)
    expect(status).toBe(1)
    expect([1, 2, 3].map((index) => existsSync(join(folder, `several-${index}.png`)))).toEqual([true, false, true])
  })

  it('says before it builds anything what cannot be', () => {
    const page = join(folder, 'page.txt')
    writeFileSync(page, 'rare earths from China')
    const said = (...args: string[]) => {
      const { status, stdout, stderr } = run(['start', '--headless', page, ...args])
      expect([status, stdout]).toEqual([1, ''])
      return stderr
    }
    const missing = join(folder, 'missing')
    expect(said('--screenshot', join(missing, 'a.png'))).toBe(`--screenshot: there is no folder ${missing}.\n`)
    // The article itself: a picture would have taken its place.
    expect(said('--screenshot', page)).toBe(`--screenshot "${page}" is no name of a picture (.png, .jpg, .webp).\n`)
    expect(said('--screenshot', '')).toContain('is no name of a picture')
    for (const date of ['', 'yesterday', '2026-02-30', '3000-01-01'])
      expect(said('--date', date)).toBe(`--date "${date}" is no day of the form YYYY-MM-DD from 1900 to 2099.\n`)
    expect(said('--bogus')).toBe("Unknown option '--bogus'; --help lists what there is.\n")
    expect(readFileSync(page, 'utf8')).toBe('rare earths from China')
  })

  it('says in one line that a browser is not there, or does not start', () => {
    const said = (TRADEGLOSS_CHROMIUM: string) => {
      const env = { ...process.env, TRADEGLOSS_CHROMIUM }
      return spawnSync(process.execPath, [RUN, 'start', '--headless'], { encoding: 'utf8', env }).stderr
    }
    expect(said('/no/chromium')).toMatch(/TRADEGLOSS_CHROMIUM is \/no\/chromium, and there is no such file\.\n$/)
    expect(said('/bin/false')).toMatch(/Chromium \(\/bin\/false\) did not start: [^\n]+\.\n$/)
  })

  it('refuses an address off the list and names --allow', () => {
    const { status, stderr } = run(['start', '--headless', 'https://example.org/news'])
    expect(status).toBe(1)
    expect(stderr).toContain('--allow')
  })
})

describe('npm run build', () => {
  it.each([
    [['--bogus'], "Unknown option '--bogus'; --help lists what there is.\n"],
    [['firefox'], "Unexpected argument 'firefox'; --help lists what there is.\n"],
    [['-b', 'opera'], 'Unknown browser "opera"; there are: chrome, firefox, edge, safari.\n'],
  ])('says in one line what is wrong with %j', (args, message) =>
    expect(run(['build', ...args])).toEqual({ status: 1, stdout: '', stderr: message }),
  )
})

describe('npm run score', () => {
  it('shows no misses of the held-out passages, however their file is named', () => {
    const { status, stdout, stderr } = run(['score', '--misses', 'tests/corpus/held-out/en.jsonl'])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('is held out')
  })

  it('names file and line where passages cannot be read', () => {
    const file = join(folder, 'passages.jsonl')
    const name = relative(process.cwd(), file)
    const said = (text: string) => {
      writeFileSync(file, text)
      return run(['score', file]).stderr
    }
    expect(run(['score', join(folder, 'none.jsonl')]).stderr).toBe(`There is no file ${join(folder, 'none.jsonl')}.\n`)
    expect(said('{broken')).toBe(`${name} line 1: no JSON\n`)
    expect(said('{"id":"a","text":"x"}')).toBe(`${name} line 1: no list "mentions"\n`)
    expect(said('\n')).toBe(`${name} holds no passage.\n`)
  })
})

describe('npm run annotate', () => {
  it('prints a line for a line, in order, with figures by id', () => {
    const { status, stdout } = run(
      ['annotate', '--jsonl'],
      [
        { id: 'a', text: 'Japan imports 60% of its rare earths from China.', lang: 'en', date: '2026-01-08' },
        { id: 'b', text: 'Nothing.' },
        { id: 'c', text: '尖閣諸島と希土類', lang: 'ja' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    )
    expect(status).toBe(0)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(lines[0].mentions[0]).toMatchObject({
      start: 25,
      end: 36,
      text: 'rare earths',
      category: 'rare-earths',
      entry: 'rare-earths',
      economy: 'JPN',
    })
    expect(lines[0].mentions[0].figure).toContain('rare-earths-import-share-jpn-chn-2024')
    expect(lines[2].mentions.map(({ entry }: { entry: string }) => entry)).toEqual(['senkaku-islands', 'rare-earths'])
  })

  it('names a malformed line, goes on, and exits 1', () => {
    const { status, stdout, stderr } = run(
      ['annotate', '--jsonl'],
      '{"id":1,"text":"x"}\n{broken\n{"id":3}\n{"id":4,"text":"y"}\n',
    )
    expect(status).toBe(1)
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([1, 4])
    expect(stderr).toBe('line 2 is not JSON\nline 3 has no "text"\n')
  })

  it('streams: thirty times as many lines take no more memory', () => {
    const samples = readFileSync(CORPUS_FILE, 'utf8').trim().split('\n')
    const peakOf = (count: number) => {
      const lines = Array.from({ length: count }, (_, at) => samples[at % samples.length])
      const { status, stdout, stderr } = run(['annotate', '--jsonl', '--stats'], lines.join('\n'))
      expect(status).toBe(0)
      expect(stdout.trim().split('\n')).toHaveLength(count)
      return Number(/peak memory ([\d,]+) MB/.exec(stderr)?.[1]?.replaceAll(',', ''))
    }
    const [small, large] = [peakOf(samples.length), peakOf(30 * samples.length)]
    console.log(`peak memory: ${samples.length} lines ${small} MB, ${30 * samples.length} lines ${large} MB`)
    // The input alone is larger than what it may grow by.
    expect(large).toBeLessThan(small * 1.5)
  }, 240_000)

  it('looks twice at doubtful English sentences', () => {
    const lines = ['Beijing said only one China factory will close.', 'Taiwan said that Beijing insists on one China.']
    const { stdout } = run(['annotate', '--jsonl'], lines.map((text, id) => JSON.stringify({ id, text })).join('\n'))
    const counts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).mentions.length)
    expect(counts).toEqual([0, 1])
  })

  it('reads HTML, and says when there is nothing', () => {
    const { stdout } = run(['annotate', '--html'], '<nav>rare earths</nav><p>The one-<b>China</b> policy')
    expect(stdout).toContain('one-China policy')
    expect(stdout).not.toContain('rare-earths')
    expect(run(['annotate'], 'Nothing here.').stdout).toContain('No mention')
    expect(run(['annotate', '--html'], '').stdout).toContain('No mention')
  })

  it('reads the date and the language of HTML from the page', () => {
    const page = (lang: string, date: string, text: string) =>
      `<html lang="${lang}"><head><meta property="article:published_time" content="${date}"></head><body><p>${text}</p></body></html>`
    const japan = 'Japan buys most of its rare earths from China.'
    const old = run(['annotate', '--html'], page('en', '2010-10-20', japan))
    expect(old.stdout).toContain('Japan bought 81.61% of its rare earths from China in 2010')
    // Only in German the letters stand for them, and nothing in so short a text says that it is.
    const short = page('de', '2026-01-08', 'SEE, Dysprosium, Terbium')
    expect(run(['annotate', '--html'], short).stdout).toMatch(/^rare-earths +SEE /m)
    expect(run(['annotate', '--html', '--lang', 'en'], short).stdout).not.toContain('SEE')
  })

  it('reads HTML in the charset that it declares, and says in one line that other input is not UTF-8', () => {
    // レアアース in Shift_JIS.
    const word = Buffer.from('838c83418341815b8358', 'hex')
    const page = Buffer.concat([Buffer.from('<html lang="ja"><meta charset="Shift_JIS"><p>'), word])
    expect(run(['annotate', '--html'], page).stdout).toMatch(/^rare-earths +レアアース /m)
    const plain = run(['annotate'], word)
    expect([plain.status, plain.stderr]).toEqual([1, 'The input is not UTF-8; save it as UTF-8.\n'])
    const lines = [Buffer.from('{"id":1,"text":"'), word, Buffer.from('"}\n{"id":2,"text":"レアアース\u2028と"}\n')]
    const { status, stdout, stderr } = run(['annotate', '--jsonl'], Buffer.concat(lines))
    expect([status, stderr]).toEqual([1, 'line 1 is not UTF-8\n'])
    expect(JSON.parse(stdout)).toMatchObject({ id: 2, mentions: [{ text: 'レアアース' }] })
  })

  it.each([
    [['--html', '--jsonl'], 'Give either --jsonl or --html, not both.\n'],
    [['--stats'], '--stats goes with --jsonl.\n'],
    [['a.txt'], 'The text is read from stdin: npm run -s annotate < a.txt\n'],
  ])('says in one line what is wrong with %j', (args, message) =>
    expect(run(['annotate', ...args], 'rare earths')).toEqual({ status: 1, stdout: '', stderr: message }),
  )

  it('takes a folder for no empty input', () => {
    const input = openSync(folder, 'r')
    const { status, stderr } = spawnSync(process.execPath, [RUN, 'annotate', '--jsonl'], {
      stdio: [input, 'pipe', 'pipe'],
      encoding: 'utf8',
    })
    closeSync(input)
    expect([status, stderr]).toEqual([1, 'The input is a folder, not a file.\n'])
  })

  it('refuses a language it does not know', () => {
    const { status, stderr } = run(['annotate', '--lang', 'xx'], 'text')
    expect(status).toBe(1)
    expect(stderr).toContain('en, ja')
  })
})

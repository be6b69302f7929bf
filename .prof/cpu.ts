import { launchChromium, serve, backgroundOf } from '../lib/cli/chromium.ts'
import { savedPages, readSavedPage } from '../lib/cli/bench/pages/saved-pages.ts'
import { still } from '../lib/cli/bench/pages/visit.ts'
const every = Number(process.argv[2] ?? 9)
const b = await launchChromium({ extension: process.argv[3]!, headless: true })
const w = await backgroundOf(b)
while (!(await w.evaluate(`chrome.storage.local.get('edition').then(({ edition }) => !!edition)`))) await new Promise(r => setTimeout(r, 200))
await new Promise(r => setTimeout(r, 3000))
const self = new Map<string, number>(), incl = new Map<string, number>()
const pages = savedPages().filter((_, i) => i % every === 0)
for (const saved of pages) {
  const { html, address } = readSavedPage(saved)
  const page = await b.newPage()
  await serve(page, new Map([[address, html]]))
  const s = await page.createCDPSession()
  await s.send('Performance.enable', { timeDomain: 'threadTicks' })
  await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval', { interval: 50 })
  await s.send('Profiler.start')
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  await new Promise(r => setTimeout(r, 300)); await still(s)
  const { profile } = await s.send('Profiler.stop') as any
  const nodes = new Map<number, any>(profile.nodes.map((n: any) => [n.id, n]))
  const parent = new Map<number, number>(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id)
  const name = (n: any) => { const f = n.callFrame; return `${f.functionName || '(anon)'}${/annotate/.test(f.url) ? ':' + (f.lineNumber + 1) : f.url ? ' @' + f.url.slice(0, 20) : ''}` }
  profile.samples.forEach((id: number, i: number) => {
    const dt = (profile.timeDeltas[i] ?? 0) / 1000
    let n = nodes.get(id); if (/^\((idle|root)\)/.test(n.callFrame.functionName)) return
    self.set(name(n), (self.get(name(n)) ?? 0) + dt / pages.length)
    const seen = new Set()
    for (let at: any = id; at; at = parent.get(at)) { const k = name(nodes.get(at)); if (!seen.has(k)) { seen.add(k); incl.set(k, (incl.get(k) ?? 0) + dt / pages.length) } }
  })
  await page.close()
}
const top = (m: Map<string, number>, n: number) => [...m].sort((a, b) => b[1] - a[1]).slice(0, n).map(([k, v]) => v.toFixed(2).padStart(8) + ' ' + k).join('\n')
console.log('SELF ms/page'); console.log(top(self, 45)); console.log('INCLUSIVE'); console.log(top(incl, 70))
await b.close(); process.exit(0)

import { launchChromium, serve, backgroundOf } from '../lib/cli/chromium.ts'
import { builtExtension } from '../lib/cli/extension.ts'
import { writePeers } from '../lib/cli/bench/pages/peers.ts'
import { savedPages, readSavedPage } from '../lib/cli/bench/pages/saved-pages.ts'
import { msOf, traced } from '../lib/cli/bench/pages/trace.ts'
import { mainThread, still, timeIn } from '../lib/cli/bench/pages/visit.ts'
const SCRIPT = /^(?:EvaluateScript|FunctionCall|FireIdleCallback|FireAnimationFrame|TimerFire|EventDispatch|BlinkScheduler_PerformMicrotaskCheckpoint|RunMicrotasks|Receive mojo reply|MinorGC|MajorGC)$/
const LAYOUT = /^(?:UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit)$/
const every = Number(process.argv[2] ?? 9)
const names = (process.argv[3] ?? 'nothing,reader,ours').split(',')
const ext = process.argv[4]
const peers = await writePeers()
const folders: any = { ...peers, ours: ext ?? await builtExtension('chrome', () => {}) }
const browsers: any = {}
for (const n of names) browsers[n] = await launchChromium({ extension: folders[n], headless: true })
if (browsers.ours) {
  const w = await backgroundOf(browsers.ours)
  while (!(await w.evaluate(`chrome.storage.local.get('edition').then(({ edition }) => !!edition)`))) await new Promise(r => setTimeout(r, 200))
  await new Promise(r => setTimeout(r, 3000))
}
const totals: any = {}
const pages = savedPages().filter((_, i) => i % every === 0)
for (const saved of pages) {
  const { html, address } = readSavedPage(saved)
  for (const n of names) {
    const page = await browsers[n].newPage()
    await serve(page, new Map([[address, html]]))
    const session = await page.createCDPSession()
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const events = await traced(page, ['devtools.timeline', 'toplevel', 'v8', 'disabled-by-default-v8.compile'], async () => {
      await page.goto(address, { waitUntil: 'domcontentloaded' })
      await new Promise(r => setTimeout(r, 300))
      await still(session)
    })
    const thread = mainThread(events, address)
    const per: any = {}
    let end = -Infinity
    for (const e of thread) {
      if (e.ts >= end && SCRIPT.test(e.name)) { per[e.name] = (per[e.name] ?? 0) + msOf(e); per['#' + e.name] = (per['#' + e.name] ?? 0) + 1; end = e.ts + (e.dur ?? 0) }
      if (/^v8\.(compile|run)|^V8\.|BackgroundDeserialize|DeserializeLexicon/.test(e.name)) per[' ' + e.name] = (per[' ' + e.name] ?? 0) + msOf(e)
    }
    per.total = timeIn(thread, SCRIPT, LAYOUT)
    totals[n] ??= {}
    for (const k in per) totals[n][k] = (totals[n][k] ?? 0) + per[k] / pages.length
    console.log(saved.file, n, per.total.toFixed(1))
    await page.close()
  }
}
const keys = [...new Set(Object.values(totals).flatMap((t: any) => Object.keys(t)))].sort()
console.log('event'.padEnd(48), ...names.map(n => n.padStart(10)))
for (const k of keys) console.log(k.padEnd(48), ...names.map(n => (totals[n][k] ?? 0).toFixed(2).padStart(10)))
for (const b of Object.values(browsers) as any) await b.close()
process.exit(0)

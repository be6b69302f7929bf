import { loadLexicon } from '../lib/detect/lexicon.ts'
import { candidatesIn, decide } from '../lib/detect/detect.ts'
import { readFileSync } from 'node:fs'
const l = process.argv[2]!
const packed = JSON.parse(readFileSync(`/tmp/lex-${l}.json`, 'utf8'))
const text = readFileSync(`/work/main/tests/corpus/${l}.jsonl`, 'utf8').split('\n').filter(Boolean).map((x) => JSON.parse(x).text).join('\n').slice(0, 12000)
const t = [performance.now()]
const lex = loadLexicon(packed); t.push(performance.now())
candidatesIn(lex, 'x'); t.push(performance.now())
let n = 0
for (const p of text.split('\n')) { const c = candidatesIn(lex, p); n += c.length } t.push(performance.now())
let m = 0
for (const p of text.split('\n')) { m += decide(lex, p, candidatesIn(lex, p), { lead: '', strong: new Set() }, () => undefined).length } t.push(performance.now())
console.log(t.slice(1).map((x, i) => (x - t[i]!).toFixed(2)).join(' '), n, m)

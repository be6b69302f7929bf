import { compileLexicon } from '../lib/detect/compile.ts'
import { loadLexicon } from '../lib/detect/lexicon.ts'
import { lexiconSource } from '../lib/dataset/lexicon-source.ts'
import { readEdition } from '../lib/cli/package-files.ts'
import { LANGUAGES } from '../lib/detect/types.ts'
import { buildGate, makeState } from '../lib/detect/gate.ts'
const source = lexiconSource((await readEdition()).tables)
for (const l of LANGUAGES) {
  const p = compileLexicon(source, l)
  const x = loadLexicon(p)
  const gate = buildGate(x.trie)
  // make all states
  let made = true
  while (made) { made = false
    for (let i = 0; i < gate.begun.length; i++) { const s = 96 + i * 32
      for (let c = 0; c < 32; c++) if ((gate.open[s >>> 5] >>> c) & 1) { const code = c >= 6 && c !== 22 ? c + 0x5b : -1
        // find code of class
        if (code > 0) { gate.classes[code] = c; if (makeState(gate, x.trie, s, code)) made = true } } } }
  const sizes = Object.fromEntries(Object.entries(p).map(([k, v]) => [k, JSON.stringify(v).length]))
  console.log(l, 'nodes', x.trie.chars.length, 'values', x.trie.values.length, 'states first', 0, 'all', gate.begun.length, 'gapRows', (0x10000 - gate.gaps) / 32, JSON.stringify(p).length, JSON.stringify(sizes))
}

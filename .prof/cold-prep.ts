import { compileLexicon } from '../lib/detect/compile.ts'
import { lexiconSource } from '../lib/dataset/lexicon-source.ts'
import { readEdition } from '../lib/cli/package-files.ts'
import { writeFileSync } from 'node:fs'
const source = lexiconSource((await readEdition()).tables)
for (const l of ['en', 'ja', 'zh-Hant', 'de'] as const) writeFileSync(`/tmp/lex-${l}.json`, JSON.stringify(compileLexicon(source, l)))

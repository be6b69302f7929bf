/** `npm run zip`: builds every target and packs what the stores want, with the sources that Mozilla asks for. */

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension, ROOT, runWxt } from './browser/extension.ts'
import { fail } from './fail.ts'
import { takeNoArguments } from './no-arguments.ts'

/** Stores that take a zip; Safari takes an Xcode project made of the build (README, "Release"). */
const STORES = ['chrome', 'edge', 'firefox']

takeNoArguments(`npm run zip

Builds every target and packs what the stores take, with the sources, into .output/.`)
try {
  for (const store of STORES) {
    console.log(`Packing for ${store} …`)
    runWxt(['zip', '-b', store])
  }
  console.log('Building for safari …')
  await buildExtension('safari')
  for (const name of readdirSync(join(ROOT, '.output')).filter((each) => each.endsWith('.zip')))
    console.log(`.output/${name}: ${Math.ceil(statSync(join(ROOT, '.output', name)).size / 1000)} kB`)
} catch (error) {
  fail(error)
}

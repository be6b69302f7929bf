/** `dataset publish`: a signed edition as a static feed that any web host can serve. */

import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { EditionFile } from '../../dataset/edition.ts'
import { compareEditions } from '../../dataset/edition-number.ts'
import { ENVELOPE, signedText } from '../../dataset/signed.ts'
import { totalsInWords } from '../../dataset/totals.ts'
import { MAX_HANDOVERS } from '../../updates/handovers.ts'
import { PACKAGE_FOLDER } from './package-files.ts'
import { counted, readArguments, required } from './command.ts'
import { exchangeFiles } from './exchange-files.ts'
import { checkHostFiles, hostFiles } from './feed-hosts.ts'
import { handoversOf, readIndexOf, type FeedIndex } from './feed-index.ts'
import { findingsOf, printFaults } from './findings.ts'
import { keyIdOf, rawPublicKey, readPrivateKey, readPublicKey, signEdition } from './keys.ts'
import { readNotes } from './notes-file.ts'
import { loadOrThrow, openEdition, openPackage } from './open-edition.ts'
import { diffText, printDiff } from './print-diff.ts'
import { checkSigner, checkSuccessor } from './signer.ts'
import { readIfThere } from './write-file.ts'

const HELP = `npm run -s dataset -- publish DIR --key KEY [--from FOLDER] [--notes FILE] [--next-key PUB] [--dry-run]

Checks, builds and signs the Data Package in FOLDER (public/dataset unless told) and writes a static feed into DIR:
index.json, the signed edition, notes on what changed, and header files for usual web hosts, written anew each time.
Everything else in DIR stays, index.json is written last, and all is written or nothing. Upload DIR as it is.

  --key KEY       Ed25519 private key, a PEM or JWK file
  --notes FILE    words to stand at the head of the notes, and in the edition itself, for its readers
  --next-key PUB  hands over to another key: the editions after this one must be signed with the private key to the
                  public one in PUB, and those who have this edition take no other
  --dry-run       print what would change and write nothing

Refuses a DIR that is no feed yet and has header files of its own, an edition lower than the one in DIR, another one of the same number, and a key that those who have the one in DIR
would not take the next from: it must be the key that signed that one, or the one that it handed over to.`

function notes(before: EditionFile | null, after: EditionFile, words: string): string {
  const list = (lines: readonly string[]) =>
    lines.map((line) => (line.startsWith('  ') ? `- ${line.trim()}` : `\n### ${line}\n`)).join('\n')
  const changes =
    before === null
      ? `The first edition here: ${totalsInWords(after.tables)}.`
      : `## Changes since ${before.edition}\n${list(diffText(before.tables, after.tables).split('\n'))}`
  return [`# Edition ${after.edition}`, words, changes].filter(Boolean).join('\n\n').concat('\n')
}

export async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const options = { key: text, from: text, notes: text, 'next-key': text, 'dry-run': { type: 'boolean' } } as const
  const parsed = readArguments(HELP, args, options, [1, 1])
  if (parsed === null) return 0
  const [folder] = parsed.positionals as [string]
  const { from = PACKAGE_FOLDER, notes: notesFile, 'dry-run': isDry } = parsed.values
  const key = await readPrivateKey(required(parsed.values.key, 'key'))
  const words = notesFile === undefined ? '' : await readNotes(notesFile)

  const nextKey = parsed.values['next-key']
  const successor = nextKey === undefined ? undefined : await readPublicKey(nextKey)
  const file: EditionFile = {
    ...(await openPackage(from)),
    ...(words === '' ? {} : { notes: words }),
    ...(successor === undefined ? {} : { keys: [rawPublicKey(successor).toString('base64')] }),
  }
  const { faults } = findingsOf(file)
  if (faults.length > 0) {
    printFaults(faults)
    throw new Error(`Not published: ${counted(faults.length, 'fault')} in ${from}.`)
  }
  const index = await readIndexOf(folder)
  if (index === null) await checkHostFiles(folder)
  if (index !== null && compareEditions(file.edition, index.edition) < 0)
    throw new Error(`Not published: edition ${file.edition} is lower than ${index.edition}, which ${folder} holds.`)
  const json = JSON.stringify(file)
  loadOrThrow(json, from)
  const before = index === null ? null : await openEdition(join(folder, index.file))
  const signed = signedText(signEdition(json, key))
  if (index !== null && compareEditions(file.edition, index.edition) === 0) {
    if ((await readIfThere(join(folder, index.file))) !== signed)
      throw new Error(
        `Not published: ${folder} holds another edition ${file.edition}, or one signed with another key; ` +
          'raise "version" in datapackage.json.',
      )
    console.log(`Edition ${file.edition} is published in ${folder} already.`)
    return 0
  }
  const earlier = index === null ? [] : handoversOf(index)
  if (index !== null && before !== null) checkSigner(key, index, before)
  if (successor !== undefined) checkSuccessor(successor, key, earlier)
  printDiff(before, file)
  const name = `edition-${file.edition}.json`
  const handovers =
    successor === undefined ? earlier : [...earlier, { file: name, keyId: keyIdOf(key) }].slice(-MAX_HANDOVERS)
  const last = handovers.at(-1)
  const next: FeedIndex = {
    tradegloss: ENVELOPE,
    edition: file.edition,
    file: name,
    bytes: Buffer.byteLength(signed),
    sha256: createHash('sha256').update(signed).digest('hex'),
    created: new Date().toISOString(),
    publicKey: rawPublicKey(key).toString('base64'),
    ...(last === undefined ? {} : { handover: last.file, handovers }),
  }
  const texts = new Map([
    ...hostFiles(),
    [name, signed],
    [`notes-${file.edition}.md`, notes(before, file, words)],
    ['index.json', `${JSON.stringify(next, null, 2)}\n`],
  ])
  if (isDry) {
    console.log(`Dry run: not written into ${folder}: ${[...texts.keys()].join(', ')}.`)
    return 0
  }
  await mkdir(folder, { recursive: true })
  const written = await exchangeFiles(folder, texts)
  console.log(`Written into ${folder}: ${written.join(', ')}.`)
  return 0
}

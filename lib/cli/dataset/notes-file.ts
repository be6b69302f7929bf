/** Reads what a publisher says of an edition. Node only. */

import { readFile } from 'node:fs/promises'
import { MAX_NOTES } from '../../dataset/edition.ts'
import { decode } from '../text/decode.ts'

/** The words in `file`, '' where there are none. Throws an Error that names it where readers would refuse them. */
export async function readNotes(file: string): Promise<string> {
  const words = decode(await readFile(file), file, 'text').trim()
  if (words.length > MAX_NOTES) {
    const count = (characters: number) => characters.toLocaleString('en')
    throw new Error(`${file} has ${count(words.length)} characters; notes have ${count(MAX_NOTES)} at most.`)
  }
  return words
}

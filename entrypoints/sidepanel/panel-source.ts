/** What the side panel shows from: what is stored, and the entries of the edition in use, to be named and searched. */

import { prepareSearch, type Search, type SearchedEntry } from '../../lib/dataset/search.ts'
import { readSearch } from '../../lib/editions/panel.ts'
import { readStored, type Stored } from '../../lib/sites/stored.ts'

export class PanelSource {
  #stored: Stored | null = null
  #entries: readonly SearchedEntry[] = []
  #search: Search = () => []

  /** Null until it was read. */
  get stored(): Stored | null {
    return this.#stored
  }

  /** Reads it anew; true where an entry may read otherwise than before: another edition, language or economy. */
  async refresh(): Promise<boolean> {
    const before = this.#stored
    const stored = await readStored(before)
    this.#stored = stored
    const { pointer, settings, words } = stored
    const isOtherEdition = JSON.stringify(pointer) !== JSON.stringify(before?.pointer)
    if (pointer !== null && isOtherEdition) {
      this.#entries = await readSearch(pointer)
      this.#search = prepareSearch(this.#entries)
    }
    return isOtherEdition || before?.words !== words || before.settings.economy !== settings.economy
  }

  /** Title of an entry in the language of the cards; its id where the edition has no such entry. */
  titleOf(id: string): string {
    return this.#entries.find((entry) => entry.id === id)?.title ?? id
  }

  find(query: string): ReturnType<Search> {
    return this.#search(query)
  }
}

/** What the side panel shows from: how Tradegloss is set up, and the entries of the edition in use, to be named and searched. */

import { prepareSearch, type Search, type SearchedEntry } from '../../lib/dataset/search.ts'
import { readSearch } from '../../lib/editions/panel.ts'
import { readSetup, type Setup } from '../../lib/sites/setup.ts'

export class PanelSource {
  #setup: Setup | null = null
  #entries: readonly SearchedEntry[] = []
  #search: Search = () => []

  /** Null until it was read. */
  get setup(): Setup | null {
    return this.#setup
  }

  /** Reads it anew; true where an entry may read otherwise than before: another edition, language or economy. */
  async refresh(): Promise<boolean> {
    const before = this.#setup
    const setup = await readSetup(before)
    this.#setup = setup
    const { pointer, settings, words } = setup
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

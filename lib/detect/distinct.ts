/** Lists whose items are kept once each, and pointed at by their place. */

/** A list whose items are made once for each key. */
export class Distinct<Item> {
  readonly list: Item[] = []
  readonly #at = new Map<string, number>()

  /** The place of the item of `key`, which `make` makes where there is none yet. */
  of(key: string, make: () => Item): number {
    const at = this.#at.get(key) ?? this.list.push(make()) - 1
    this.#at.set(key, at)
    return at
  }
}

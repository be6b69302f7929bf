/** What a section of the bench hands back: measurements, each beside its limit and its peers in the same run. */

/** A number in words of its own; `unit` is '' for plain counts and exponents, '×' for ratios. */
export interface Quantity {
  value: number
  unit: string
}

export interface Limit {
  kind: 'at least' | 'at most'
  /** In the unit of what is measured. */
  value: number
}

export interface Row {
  what: string
  measured: Quantity
  /** Null where nothing is asked for. */
  limit: Limit | null
  /** What was measured beside it, by name. */
  peers: Readonly<Record<string, Quantity>>
}

export interface Section {
  /** What the numbers cover and how they were taken, a sentence each. */
  notes: string[]
  rows: Row[]
}

/** A part of the bench. `run` may take only every nth of many samples; it rejects where it cannot measure, such as without a browser. */
export interface Measured {
  name: string
  run(every: number): Promise<Section>
}

/** False where a limit is set and missed. */
export const isMet = ({ measured, limit }: Row): boolean =>
  limit === null || (limit.kind === 'at least' ? measured.value >= limit.value : measured.value <= limit.value)

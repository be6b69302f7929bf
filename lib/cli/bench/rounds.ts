/** Times things side by side: each once a round, in turn, so that a busy machine slows all of them alike. */

/** What to time, by name; each returns something, so that none is left out as without effect. */
export type Tasks = Readonly<Record<string, () => number>>

/** The middle of an odd number of values, else the mean of the two in the middle; 0 of none. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** Processor time of this process so far, in ms: on a busy machine the clock on the wall measures the others. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Median processor time of each task, in ms, over `rounds` rounds; the first rounds, in which code is still compiled, are not counted. */
export function timeInTurn(tasks: Tasks, rounds: number, warmUp = 3): Record<string, number> {
  const times: Record<string, number[]> = {}
  for (let round = -warmUp; round < rounds; round++)
    for (const [name, task] of Object.entries(tasks)) {
      const from = processorTime()
      kept += task()
      const time = processorTime() - from
      if (round >= 0) (times[name] ??= []).push(time)
    }
  return Object.fromEntries(Object.entries(times).map(([name, each]) => [name, median(each)]))
}

let kept = 0

/** Exponent k of y ≈ c·xᵏ, by least squares over the logarithms. */
export function exponentOf(points: readonly (readonly [x: number, y: number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x, y] = [mean(logs.map(([each]) => each)), mean(logs.map(([, each]) => each))]
  const covariance = mean(logs.map(([a, b]) => (a - x) * (b - y)))
  return covariance / mean(logs.map(([a]) => (a - x) ** 2))
}

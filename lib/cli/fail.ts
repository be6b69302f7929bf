/** How every command ends badly: one clear line on stderr and exit code 1. */

export function fail(reason: unknown): never {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`)
  process.exit(1)
}

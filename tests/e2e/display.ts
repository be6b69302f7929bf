/** A display without a screen, and keys pressed on it: browsers show their permission prompts there, and nowhere headless. */

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'

const has = (program: string) => spawnSync('which', [program]).status === 0

/** Why there can be no such display here, or null. */
export const whyNoDisplay = (): string | null =>
  has('Xvfb') && has('xdotool') ? null : 'Xvfb or xdotool is not installed (Debian: apt-get install xvfb xdotool)'

export class Display {
  readonly #server: ChildProcess
  readonly #name: string
  readonly #before = process.env.DISPLAY

  private constructor(server: ChildProcess, name: string) {
    this.#server = server
    this.#name = name
    process.env.DISPLAY = name
  }

  /** Starts one under a number that it finds free itself, since two that looked would find the same; browsers launched from now on appear on it. */
  static async start(): Promise<Display> {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1300x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const number = await new Promise<string>((resolve, reject) => {
      server.once('error', reject)
      server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
      server.stdio[3]?.once('data', (line) => resolve(String(line).trim()))
    })
    return new Display(server, `:${number}`)
  }

  /** Presses keys one after another, as xdotool names them. */
  press(...keys: string[]): void {
    spawnSync('xdotool', ['key', '--delay', '150', ...keys], { env: { ...process.env, DISPLAY: this.#name } })
  }

  stop(): void {
    if (this.#before === undefined) delete process.env.DISPLAY
    else process.env.DISPLAY = this.#before
    this.#server.kill()
  }
}

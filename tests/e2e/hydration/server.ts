/** The page as a server would send it: the document with its script in it, and the part that streams in later. */

import { createElement, lazy, type ComponentType } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { fileURLToPath } from 'node:url'
import { PassThrough } from 'node:stream'
import { build } from 'vite'
import { wait } from '../waiting.ts'
import { Analysis, News } from './news.ts'

/** The browser's part in one classic script, React's development build with all its checks. */
export async function bundleClient(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('client.ts', import.meta.url)), formats: ['iife'], name: 'client' },
    },
  })
  const [output] = Array.isArray(result) ? result : []
  const chunk = output?.output[0]
  if (chunk?.type !== 'chunk') throw new Error('The client was not bundled.')
  return chunk.code
}

/** Renders the page as a stream: what is there at once, and what follows when the analysis is ready. */
export async function renderStream(): Promise<{ shell: string; rest: string }> {
  let arrive: (module: { default: ComponentType }) => void = () => {}
  const Late = lazy(() => new Promise<{ default: ComponentType }>((resolve) => (arrive = resolve)))
  const text = new PassThrough()
  let sent = ''
  text.setEncoding('utf8').on('data', (part: string) => (sent += part))
  await new Promise<void>((resolve, reject) => {
    const stream = renderToPipeableStream(createElement(News, { Late }), {
      onShellReady: () => {
        stream.pipe(text)
        resolve()
      },
      onError: reject,
    })
  })
  await wait(50)
  const shell = sent
  arrive({ default: Analysis })
  await new Promise((resolve) => text.on('end', resolve))
  return { shell, rest: sent.slice(shell.length) }
}

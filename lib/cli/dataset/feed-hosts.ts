/** Header files with which usual web hosts serve a feed so that an extension may read it from anywhere. */

import { join } from 'node:path'
import { readIfThere } from './write-file.ts'

const CORS: readonly (readonly [name: string, value: string])[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS'],
]
/** The index changes with every edition; an edition never does. */
const FRESH = 'no-cache'
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * Throws an Error where a folder that is to become a feed has such files already: they say how the host serves a whole
 * site, and the site would be served without them.
 */
export async function checkHostFiles(folder: string): Promise<void> {
  for (const [name, text] of hostFiles()) {
    const own = await readIfThere(join(folder, name))
    if (own !== null && own !== text)
      throw new Error(`Not published: ${folder} has a ${name} of its own; give the feed a folder for itself.`)
  }
}

/** Files to lie beside the feed, name to content: Netlify and Cloudflare Pages, Vercel, Apache, and a part for nginx. */
export function hostFiles(): Map<string, string> {
  const both = (line: (name: string, value: string) => string) => CORS.map(([name, value]) => line(name, value))
  return new Map([
    [
      '_headers',
      lines([
        '/*',
        ...both((name, value) => `  ${name}: ${value}`),
        '/index.json',
        `  Cache-Control: ${FRESH}`,
        '/edition-*',
        `  Cache-Control: ${FOREVER}`,
      ]),
    ],
    [
      'vercel.json',
      lines([
        JSON.stringify(
          {
            headers: [
              { source: '/(.*)', headers: CORS.map(([key, value]) => ({ key, value })) },
              { source: '/index.json', headers: [{ key: 'Cache-Control', value: FRESH }] },
              { source: '/edition-(.*)', headers: [{ key: 'Cache-Control', value: FOREVER }] },
            ],
          },
          null,
          2,
        ),
      ]),
    ],
    [
      '.htaccess',
      lines([
        '<IfModule mod_headers.c>',
        ...both((name, value) => `  Header set ${name} "${value}"`),
        '  <Files "index.json">',
        `    Header set Cache-Control "${FRESH}"`,
        '  </Files>',
        '  <FilesMatch "^edition-">',
        `    Header set Cache-Control "${FOREVER}"`,
        '  </FilesMatch>',
        '</IfModule>',
      ]),
    ],
    [
      'nginx.conf.txt',
      lines([
        '# Goes into the server block that serves this folder.',
        'location ~ /[^/]*$ {',
        ...both((name, value) => `  add_header ${name} "${value}";`),
        `  set $tradegloss_cache "${FRESH}";`,
        `  if ($uri ~ "/edition-[^/]*$") { set $tradegloss_cache "${FOREVER}"; }`,
        '  add_header Cache-Control $tradegloss_cache;',
        '}',
      ]),
    ],
  ])
}

const lines = (text: readonly string[]) => `${text.join('\n')}\n`

/** A small extension that is not ours: what a page has to bear from others, beside which ours can be measured. */

import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/**
 * Folder of an extension whose content script runs `source` on every https page, at the moment of ours, after the
 * script files of `libraries`. It lies in the temporary folder.
 */
export function otherExtension(source: string, libraries: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'tradegloss-other-'))
  for (const library of libraries) cpSync(library, join(folder, basename(library)))
  writeFileSync(join(folder, 'content.js'), source)
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Other',
      version: '1',
      content_scripts: [
        {
          matches: ['https://*/*'],
          js: [...libraries.map((library) => basename(library)), 'content.js'],
          run_at: 'document_idle',
        },
      ],
      browser_specific_settings: { gecko: { id: 'other@tradegloss.org' } },
    }),
  )
  return folder
}

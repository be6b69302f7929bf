import { describe, expect, it } from 'vitest'
import { requiredSites } from '../../../../lib/cli/build/required-sites.ts'

describe('requiredSites', () => {
  it('leaves out hosts that came with a later release, for which nobody agreed', () => {
    const csv =
      'host,match,lang,kind,name,since\nreuters.com,domain,en,wire,Reuters,\nnews.example,host,en,daily,News,1.2.0\n'
    expect(requiredSites(csv).map(({ host }) => host)).toEqual(['reuters.com'])
  })

  it('are hundreds in the list that ships', () => expect(requiredSites().length).toBeGreaterThanOrEqual(250))
})

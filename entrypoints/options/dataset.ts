/** Drives the dataset's part of the options page: puts together what it shows, and has done what the reader asks for. */

import type { DatasetActions, DatasetView } from '../../components/options/dataset-view.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { watchStorage } from '../../lib/platform/watch-storage.ts'
import { writeSettings } from '../../lib/settings/change.ts'
import { watchPolicy } from '../../lib/settings/policy.ts'
import { watchSettings } from '../../lib/settings/store.ts'
import { exactText } from '../../lib/updates/exact-text.ts'
import { fault } from '../../lib/updates/fault.ts'
import { MAX_EDITION_BYTES } from '../../lib/updates/limits.ts'
import { clearLog, LOG_KEY } from '../../lib/updates/log.ts'
import { CHANGED_KEY } from '../../lib/updates/state.ts'
import { DatasetStatus } from './dataset-status.ts'
import { Errands, faultOf, type End } from './errands.ts'
import { checkFeed, FeedChoice } from './feed-choice.ts'

export interface DatasetDriver extends DatasetActions {
  /** Null until the background has answered. */
  view(): DatasetView | null
}

async function importFile(file: File): Promise<End> {
  if (file.size > MAX_EDITION_BYTES) return fault('too-large', { bytes: MAX_EDITION_BYTES })
  const text = exactText(await file.arrayBuffer())
  if (text === null) return fault('not-text')
  return faultOf(await askBackground({ type: 'update.file', text, name: file.name }))
}

/** Starts at once; `onChange` is called whenever {@link DatasetDriver.view} gives something else. */
export function createDataset(onChange: () => void): DatasetDriver {
  const status = new DatasetStatus(onChange)
  const errands = new Errands(status, onChange)
  const feed = new FeedChoice(status, errands, onChange)

  const refresh = () => status.refreshQuietly()
  watchStorage((changes, area) => {
    if (area === 'local' && (CHANGED_KEY in changes || LOG_KEY in changes)) refresh()
  })
  watchSettings(refresh)
  watchPolicy(refresh)
  refresh()

  return {
    view: () =>
      status.known && { ...status.known, errand: errands.current, outcome: errands.end, proposed: feed.proposed },
    onCheck: () => errands.run('check', checkFeed),
    onFeed: (entered) => feed.enter(entered),
    onForgetFeed: () => feed.forget(),
    onSchedule: (updates) => errands.do(() => writeSettings({ updates })),
    onKey: (publicKey) => feed.enterKey(publicKey),
    onTrust: (isRight) => (isRight ? feed.confirm() : feed.decline()),
    onDistrust: (publicKey) => errands.tell({ type: 'update.distrust', publicKey }),
    onFile: (file) => errands.run('file', () => importFile(file)),
    onAccept() {
      const offer = status.known?.status.offer
      if (!offer) return
      const { sha256, isUnsigned } = offer
      errands.run('accept', async () => faultOf(await askBackground({ type: 'update.accept', sha256, isUnsigned })))
    },
    onDismiss: () => errands.tell({ type: 'update.dismiss' }),
    onRollBack: () => errands.run('rollback', async () => faultOf(await askBackground({ type: 'update.rollback' }))),
    onBundled: () => errands.run('bundled', async () => faultOf(await askBackground({ type: 'update.bundled' }))),
    onClearLog: () => errands.do(clearLog),
  }
}

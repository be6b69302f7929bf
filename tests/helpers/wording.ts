/** The words in which tests read cards and headlines: English, with the economies of the bundled dataset. */

import { englishWording } from '../../lib/cli/text/english-wording.ts'
import { economyPhrases } from '../../lib/dataset/facts.ts'
import { tables } from '../unit/dataset/bundled.ts'

export const wording = await englishWording(economyPhrases(tables, 'en'))

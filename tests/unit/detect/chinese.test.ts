/** Language tags of Chinese: the script that a tag names, else that of its region, else that of its language. */

import { expect, it } from 'vitest'
import { chineseOf, partsOfTag } from '../../../lib/detect/chinese.ts'

it.each([
  ['zh', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['cmn', 'zh-Hans'],
  ['cmn-TW', 'zh-Hant'],
  ['zh_TW', 'zh-Hant'],
  [' ZH-HK ', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['yue', 'zh-Hant'],
  ['yue-Hans', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-Hant-CN', 'zh-Hant'],
  ['ja', null],
  ['toString', null],
  ['', null],
])('%j is %s', (tag, chinese) => expect(chineseOf(partsOfTag(tag))).toBe(chinese))

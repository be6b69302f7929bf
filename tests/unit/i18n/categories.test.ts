import { expect, it } from 'vitest'
import { CATEGORIES } from '../../../lib/detect/types.ts'
import { categoryKey } from '../../../lib/i18n/categories.ts'
import { wording } from '../../helpers/wording.ts'

it('gives every category its label', () =>
  expect(CATEGORIES.map((category) => wording.t(categoryKey(category)))).toEqual([
    'Rare earths',
    'Dual-use goods',
    'Senkaku/Diaoyu incident',
    'One-China policy',
  ]))

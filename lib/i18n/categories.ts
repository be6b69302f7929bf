/** Names of the four categories in the interface. */

import type { Category } from '../detect/types.ts'
import type { MessageKey } from './t.ts'

/** The message that names a category. */
export const categoryKey = (category: Category) => `category_${category.replaceAll('-', '_')}` as MessageKey

/** Saved real news pages in Chromium: nothing of them is changed, moved, printed or asked for, with marks on. @long */

import { describeRealPages } from './real-pages.ts'

describeRealPages('chromium')

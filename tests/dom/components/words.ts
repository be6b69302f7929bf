/** The English catalogue for components under test. */

import messages from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { createTranslate, messagesOf } from '../../../lib/i18n/t.ts'

export const t = createTranslate(messagesOf(messages), 'en-GB')

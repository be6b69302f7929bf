/** Under which keys settings are stored, for whoever need not know what they are. */

/** What the name of every stored setting begins with, in all forms that there ever were. */
export const SETTING_PREFIX = 'setting.'

/** Where what the organisation has set is kept, in `storage.local`. */
export const POLICY_KEY = 'policy'

/** Names of an entry in other languages, each told as its language is read and drawn as it is written. */

import type { OtherName } from '../../lib/dataset/localised.ts'

export const Names = ({ names }: { names: readonly OtherName[] }) => (
  <>{names.map(([name, lang], at) => [at > 0 && ' · ', <span lang={lang}>{name}</span>])}</>
)

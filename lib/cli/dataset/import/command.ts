/** `dataset import` as the dispatcher finds every command. */

export { importCommand as run } from '../import.ts'

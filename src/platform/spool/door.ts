export { openSpool, Spool } from './spool.ts'
export type { SpoolOptions } from './spool.ts'
export type { SpoolEntry } from './frame.ts'

export type { OnReads, PlateRead, KeptImage } from './plate-read/plate-read.ts'
export { readPlateRead } from './plate-read/plate-read.store.ts'
export type { Candidate } from './plate-read/understanding.ts'

import { thingInFile } from '../file/kept-in-file.store.ts'
import { evolveFlag, type Flag, type FlagEvent } from './flag.ts'

export const flagThing = thingInFile<Flag, FlagEvent>('flag', 'flag', evolveFlag)

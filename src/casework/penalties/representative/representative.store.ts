import { thingInFile } from '../file/kept-in-file.store.ts'
import { evolveRepresentative, type Representative, type RepresentativeEvent } from './representative.ts'

export const representativeThing = thingInFile<Representative, RepresentativeEvent>('representative', 'representative', evolveRepresentative)

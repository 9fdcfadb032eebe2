import type { Contender } from './contender.ts'
import { everyPlate } from './every-plate.ts'
import { juxtaIndex } from './juxta-index.ts'
import { juxtaMatches } from './juxta-matches.ts'
import { postgresDeletions } from './postgres-deletions.ts'
import { postgresGin, postgresGist } from './postgres-trigram.ts'
import { sqliteTrigram } from './sqlite-trigram.ts'
import { symSpell } from './symspell.ts'

/** Brute force first: the others' answers are compared with its. */
export const contenders: readonly Contender[] = [everyPlate, juxtaIndex, juxtaMatches, symSpell, sqliteTrigram, postgresGin, postgresGist, postgresDeletions]

import type { Database } from '#platform/database'
import type { CalendarDate } from '#values'
import { appealsOfCase, appealsOfCases } from '../appeal/appeal.store.ts'
import { actionsInFile } from '../file/actions-in-file.ts'
import { emptyFile } from '../file/file-of-case.ts'
import { fileOfCase, filesOfCases } from '../file/file-of-case.store.ts'
import { plansOfCase, plansOfCases } from '../instalment/plan.store.ts'
import { planStandings } from '../instalment/plan-standing.ts'
import { moneyOfPenalties } from '../payment/money.store.ts'
import { owedOfCases } from '../payment/owed.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { penaltiesOfCase, penaltiesStanding } from '../penalty/penalty.store.ts'
import { personsOfCase, personsOfCases } from '../person/person.store.ts'
import { actionsOfLetters, noLetters } from '../returned-mail/letter-actions.ts'
import { lettersOfCases } from '../returned-mail/letters-of-cases.store.ts'
import { holdsOfCase, holdsOfCases } from '../recovery/hold.store.ts'
import { standstillsAmong } from '../recovery/standstill.ts'
import { readCases } from './case.store.ts'
import { moreActions } from './more-actions.store.ts'
import type { PenaltyCase } from './penalty-case.ts'
import type { CaseState } from './required-actions.ts'

/** A case that somebody has opened: its penalties with what was proposed and decided. */
export interface OpenedCase extends CaseState {
  readonly penalties: readonly Penalty[]
}

/** All that tells what a case is waiting for. */
export async function caseStateOf(db: Database, found: PenaltyCase, today: CalendarDate) {
  const [persons, penalties, appeals, holds, plans, file, letters, more] = await Promise.all([
    personsOfCase(db, found.id), penaltiesOfCase(db, found.id), appealsOfCase(db, found.id), holdsOfCase(db, found.id), plansOfCase(db, found.id), fileOfCase(db, found.id), lettersOfCases(db, [found.id]), moreActions(db, [found.id], today),
  ])
  const ofLetters = letters.get(found.id) ?? noLetters
  const money = await moneyOfPenalties(db, penalties.map(({ id }) => id))
  const owed = new Map([...money].map(([penaltyId, { owedPence }]) => [penaltyId, owedPence]))
  const instalments = planStandings(plans, owed, today)
  const standstills = standstillsAmong(penalties, { holds, appeals, flags: file.flags, letters: ofLetters, instalments, today })
  const state: OpenedCase = { found, persons, penalties, appeals, today, owed, standstills, instalments, more: [...actionsInFile(found, file, today), ...actionsOfLetters(ofLetters, penalties, persons), ...(more.get(found.id) ?? [])] }
  return { state, money, file, letters: ofLetters }
}

/** The same for many cases, one question for each kind of thing; without the ladders, which are large and not asked about. */
export async function caseStatesOf(db: Database, caseIds: readonly string[], today: CalendarDate): Promise<readonly CaseState[]> {
  const [cases, persons, penalties, appeals, holds, plans, owed, files, letters, more] = await Promise.all([
    readCases(db, caseIds), personsOfCases(db, caseIds).then(byCase), penaltiesStanding(db, caseIds).then(byCase), appealsOfCases(db, caseIds).then(byCase),
    holdsOfCases(db, caseIds).then(byCase), plansOfCases(db, caseIds).then(byCase), owedOfCases(db, caseIds), filesOfCases(db, caseIds), lettersOfCases(db, caseIds), moreActions(db, caseIds, today),
  ])
  return cases.map((found) => {
    const of = <Thing>(things: ReadonlyMap<string, readonly Thing[]>): readonly Thing[] => things.get(found.id) ?? []
    const [ofPenalties, ofPersons, ofAppeals] = [of(penalties), of(persons), of(appeals)]
    const [file, ofLetters] = [files.get(found.id) ?? emptyFile, letters.get(found.id) ?? noLetters]
    const instalments = planStandings(of(plans), owed, today)
    return {
      found, today, owed, appeals: ofAppeals, persons: ofPersons, penalties: ofPenalties,
      instalments, standstills: standstillsAmong(ofPenalties, { holds: of(holds), appeals: ofAppeals, flags: file.flags, letters: ofLetters, instalments, today }),
      more: [...actionsInFile(found, file, today), ...actionsOfLetters(ofLetters, ofPenalties, ofPersons), ...of(more)],
    }
  })
}

function byCase<Thing extends { readonly caseId: string }>(things: readonly Thing[]): ReadonlyMap<string, readonly Thing[]> {
  return Map.groupBy(things, ({ caseId }) => caseId)
}

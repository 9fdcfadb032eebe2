import { announce, type Announced } from '#platform/decisions'
import { noPence, subtractPence } from '#values'
import { standingOf } from '../appeal/lodge-appeal.ts'
import type { AppealConcluded, AppealLodged } from '../appeal/appeal.ts'
import type { Named, Penalty } from '../penalty/penalty.ts'
import { issuedOf, type OldRow } from './old-row.ts'

export interface AppealFrom {
  readonly appealId: string
  readonly source: string
  readonly letInBy: Named
}

/** An appeal as another system left it, with how it ended. What the court took off stands in the penalty already, so nothing follows from it here. */
export function importAppeal(row: OldRow, penalty: Penalty, { appealId, source, letInBy }: AppealFrom): Announced<AppealLodged | AppealConcluded> {
  const { appeal_lodged_on: lodgedOn, appeal_court: court, appeal_outcome: outcome, appeal_ended_on: endedOn } = row
  if (lodgedOn === null || court === null) return announce()
  const lodged: AppealLodged = {
    type: 'appeal-lodged', appealId, caseId: penalty.caseId, penaltyId: penalty.id, court, courtName: row.appeal_court_name, claimNumber: row.appeal_claim_number,
    appellant: row.company || row.name, grounds: 'both', summary: `Came in from ${source}, which does not say on what grounds.`, lodgedOn, servedOn: lodgedOn, standing: standingOf(penalty, lodgedOn),
  }
  if (outcome === null || endedOn === null) return announce(lodged)
  const conclusion: AppealConcluded['conclusion'] = {
    outcome, beforePence: issuedOf(row), amountPence: subtractPence(issuedOf(row), row.taken_off_pence), on: endedOn,
    reasons: `Came in from ${source}.`, costs: { whoPays: 'nobody', pence: noPence }, concludedBy: letInBy,
  }
  return announce<AppealLodged | AppealConcluded>(lodged, { type: 'appeal-concluded', conclusion })
}

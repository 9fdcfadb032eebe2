import { membershipUnderReview, type Answer } from '#law'
import type { CalendarDate } from '#values'
import type { PartyRecord } from './party.store.ts'

type Counted = Pick<PartyRecord, 'caseId' | 'occurredOn' | 'section' | 'fellShort'>

/** Whether all cases of a member of the accreditation scheme together call for a look at the membership: each case once, in whatever capacity they stand on it. */
export function reviewOfMembership(records: readonly Counted[], today: CalendarDate): Answer<boolean> {
  const daysOf = (counts: (record: Counted) => boolean) => [...new Map(records.filter(counts).map(({ caseId, occurredOn }) => [caseId, occurredOn])).values()]
  return membershipUnderReview({ detectionsOn: daysOf(({ section, fellShort }) => section === '32' && fellShort), unsecuredOn: daysOf(({ section }) => section === '31A') }, today)
}

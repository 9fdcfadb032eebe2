import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { ReturnedLetter } from './returned-letter.ts'

/** Another notice to the same party, or under the same registered number, that still asks for something. */
export interface LinkedNotice {
  readonly penaltyId: string
  readonly caseId: string
  readonly reference: string
  readonly stage: string
  readonly capacity: string
  /** It was sent to the address that the letter came back from. */
  readonly sameAddress: boolean
}

/** Whoever works on one of these has to know that letters to this party come back. */
export async function linkedNotices(db: Database, { partyId, personId, penaltyId, to }: Pick<ReturnedLetter, 'partyId' | 'personId' | 'penaltyId' | 'to'>): Promise<readonly LinkedNotice[]> {
  const { rows } = await sql<LinkedNotice>`
    select penalty.id as "penaltyId", c.id as "caseId", c.reference, penalty.stage, person.capacity,
      (person.identity -> 'address' -> 'lines' = ${JSON.stringify(to.lines)}::jsonb and person.identity -> 'address' ->> 'country' = ${to.country}) as "sameAddress"
    from penalties.penalty penalty
    join penalties.person person on person.id = penalty.person_id
    join penalties.case c on c.id = penalty.case_id
    where penalty.id is distinct from ${penaltyId}::uuid and penalty.stage in ('issued', 'objected', 'determined')
      and (person.party_id = ${partyId} or person.identity ->> 'registeredNumber' = (select identity ->> 'registeredNumber' from penalties.person where id = ${personId}))
    order by c.reference`.execute(db)
  return rows
}

export interface DoubtedAddress {
  readonly caseId: string
  readonly returnedId: string
  readonly penaltyId: string
}

/** The penalties of these cases whose party has an open returned letter in another case, from the address that stands on the record here. */
export async function doubtedAddresses(db: Database, caseIds: readonly string[]): Promise<readonly DoubtedAddress[]> {
  // Letters that are still out are few: they are taken first, each with the number of whom it was sent to.
  const { rows } = await sql<DoubtedAddress>`
    with still_out as materialized (
      select returned.id, returned.case_id, returned.party_id, returned.returned_on, returned.destination -> 'lines' as lines, addressee.identity ->> 'registeredNumber' as number
      from notice.returned_letter returned join penalties.person addressee on addressee.id = returned.person_id where returned.settled is null
    )
    select distinct on (penalty.id) penalty.case_id as "caseId", still_out.id as "returnedId", penalty.id as "penaltyId"
    from penalties.penalty penalty
    join penalties.person person on person.id = penalty.person_id
    join still_out on still_out.lines = person.identity -> 'address' -> 'lines' and still_out.case_id <> penalty.case_id
      and (still_out.party_id = person.party_id or still_out.number = person.identity ->> 'registeredNumber')
    where penalty.case_id = any(${caseIds}::uuid[]) and penalty.stage in ('issued', 'objected', 'determined')
    order by penalty.id, still_out.returned_on desc`.execute(db)
  return rows
}

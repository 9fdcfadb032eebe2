import { sql } from 'kysely'
import type { BusinessSize, Capacity, Regime, Section } from '#law'
import type { Database } from '#platform/database'
import type { CalendarDate, Pence, Site } from '#values'
import { decisionsCompared, smallestShown } from '../limits.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { factsOf, type EarlierDecision, type Facts } from './same-facts.ts'

type FactsRow = {
  penalty_id: string
  section: Section
  capacity: Capacity
  regime: Regime
  port: string
  entrants: number
  complied: boolean
  accredited: boolean
  employed_by_accredited: boolean
  absent_and_acted: boolean
  business_size: BusinessSize | null
  means_shown: boolean
  earlier: number
  driver_reported: boolean
  code_pence: Pence | null
  amount_pence: Pence
  departs: boolean
  decided_on: CalendarDate
}

const on = (db: Database) => db.withTables<{ 'penalties.decided_facts': FactsRow; 'penalties.case': { id: string; port: string } }>()

/** Keeps what a decision was taken on, in the transaction of the decision, so that later ones are read beside it. */
export async function keepDecidedFacts(tx: Database, penaltyId: string): Promise<void> {
  const penalty = await readPenalty(tx, penaltyId)
  if (penalty === undefined || penalty.decision === null) return
  const { port } = await on(tx).selectFrom('penalties.case').select('port').where('id', '=', penalty.caseId).executeTakeFirstOrThrow()
  const row = rowOf(penalty, port)
  await on(tx).insertInto('penalties.decided_facts').values(row).onConflict((conflict) => conflict.column('penalty_id').doUpdateSet(row)).execute()
}

function rowOf(penalty: Penalty, port: string): FactsRow {
  const { section, capacity, regime, entrants, complied, accredited, earlier, ...facts } = factsOf(penalty)
  const { decision, proposal } = penalty
  if (decision === null) throw new Error(`Penalty ${penalty.id} has no decision`)
  return {
    penalty_id: penalty.id, section, capacity, regime, port, entrants, complied, accredited, earlier,
    employed_by_accredited: facts.employedByAccredited, absent_and_acted: facts.absentAndActed, business_size: facts.businessSize,
    means_shown: facts.meansShown, driver_reported: facts.driverReported,
    code_pence: proposal.codeFigurePence, amount_pence: decision.amountPence, departs: decision.departsFromCode, decided_on: decision.decidedOn,
  }
}

type EarlierRow = FactsRow & { readonly reference: string; readonly stands_pence: Pence | null }

/** The latest decisions about persons in the same capacity under the same section, in other cases. */
export async function earlierDecisions(db: Database, { section, capacity, caseId }: Pick<Penalty, 'section' | 'capacity' | 'caseId'>): Promise<readonly EarlierDecision[]> {
  const { rows } = await sql<EarlierRow>`
    select f.*, c.reference, p.amount_pence as stands_pence
    from penalties.decided_facts f join penalties.penalty p on p.id = f.penalty_id join penalties.case c on c.id = p.case_id
    where f.section = ${section} and f.capacity = ${capacity} and p.case_id <> ${caseId}
    order by f.decided_on desc limit ${decisionsCompared}`.execute(db)
  return rows.map((row) => ({
    penaltyId: row.penalty_id, reference: row.reference, facts: factsIn(row), codePence: row.code_pence,
    amountPence: row.amount_pence, standsPence: row.stands_pence ?? row.amount_pence, decidedOn: row.decided_on,
  }))
}

function factsIn({ section, capacity, regime, entrants, complied, accredited, earlier, ...row }: FactsRow): Facts {
  return {
    section, capacity, regime, entrants, complied, accredited, earlier,
    employedByAccredited: row.employed_by_accredited, absentAndActed: row.absent_and_acted, businessSize: row.business_size, meansShown: row.means_shown, driverReported: row.driver_reported,
  }
}

export interface SpreadLine {
  readonly section: Section
  readonly capacity: Capacity
  readonly regime: Regime
  readonly complied: boolean
  readonly accredited: boolean
  readonly businessSize: BusinessSize | null
  readonly count: number
  readonly notImposed: number
  readonly departing: number
  readonly leastPercent: number
  readonly middlePercent: number
  readonly mostPercent: number
}

/** How far apart decisions on the same facts lie, in hundredths of the code's figure. Groups too small to say anything are counted and not shown. */
export async function spreadOfDecisions(db: Database, { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }): Promise<{ readonly lines: readonly SpreadLine[]; readonly small: number }> {
  const { rows } = await sql<SpreadLine>`
    select section, capacity, regime, complied, accredited, business_size as "businessSize", count(*) as count,
      count(*) filter (where amount_pence = 0) as "notImposed", count(*) filter (where departs and amount_pence > 0) as departing,
      round(min(amount_pence * 100.0 / code_pence))::int as "leastPercent",
      round((percentile_cont(0.5) within group (order by amount_pence * 100.0 / code_pence))::numeric)::int as "middlePercent",
      round(max(amount_pence * 100.0 / code_pence))::int as "mostPercent"
    from penalties.decided_facts where code_pence > 0 and decided_on between ${from} and ${to}
    group by section, capacity, regime, complied, accredited, business_size
    order by max(amount_pence * 100.0 / code_pence) - min(amount_pence * 100.0 / code_pence) desc, count(*) desc`.execute(db)
  return { lines: rows.filter(({ count }) => count >= smallestShown), small: rows.filter(({ count }) => count < smallestShown).length }
}

export interface PlaceLine {
  readonly port: Site
  readonly count: number
  readonly departing: number
  readonly middlePercent: number | null
}

/** The same by the control the find came from. */
export async function spreadByPlace(db: Database, { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }): Promise<readonly PlaceLine[]> {
  const { rows } = await sql<PlaceLine>`
    select port, count(*) as count, count(*) filter (where departs and amount_pence > 0) as departing,
      round((percentile_cont(0.5) within group (order by amount_pence * 100.0 / nullif(code_pence, 0)))::numeric)::int as "middlePercent"
    from penalties.decided_facts where decided_on between ${from} and ${to} group by port having count(*) >= ${smallestShown} order by port`.execute(db)
  return rows
}

export interface SelfReportLine {
  readonly penaltyId: string
  readonly reference: string
  readonly decidedOn: CalendarDate
  readonly amountPence: Pence
  readonly standsPence: Pence
  readonly override: string | null
}

/** Every driver who raised the alarm and was decided on, penalised ones first, with the reason why all the same. */
export async function selfReports(db: Database): Promise<readonly SelfReportLine[]> {
  const { rows } = await sql<SelfReportLine>`
    select p.id as "penaltyId", c.reference, f.decided_on as "decidedOn", f.amount_pence as "amountPence", coalesce(p.amount_pence, f.amount_pence) as "standsPence", p.decision ->> 'selfReportOverride' as override
    from penalties.decided_facts f join penalties.penalty p on p.id = f.penalty_id join penalties.case c on c.id = p.case_id
    where f.driver_reported order by f.amount_pence = 0, f.decided_on desc limit ${decisionsCompared}`.execute(db)
  return rows
}

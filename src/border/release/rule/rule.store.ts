import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate, Instant } from '#values'
import type { Partner } from '../partner/partner.ts'
import { evolveRule, ruleOn, type Rule, type RuleEvent, type Terms } from './rule.ts'

interface RuleRow {
  id: string
  partner_id: string
  version: number
  terms: Terms
  status: Rule['status']
  proposed_by: string
  proposed_by_name: string
  proposed_at: Instant
  answered_by: string | null
  answered_by_name: string | null
  answered_at: Instant | null
}

type RuleTables = { 'release.rule': RuleRow }

const on = (db: Database) => db.withTables<RuleTables>()

/** Every version for a partner, the newest first. */
export async function rulesOf(db: Database, partnerId: string): Promise<readonly Rule[]> {
  const rows = await on(db).selectFrom('release.rule').selectAll().where('partner_id', '=', partnerId).orderBy('version', 'desc').execute()
  return rows.map(ruleOf)
}

export async function ruleInForce(db: Database, partner: Pick<Partner, 'id' | 'stoppedThrough'>, today: CalendarDate): Promise<Rule | undefined> {
  return ruleOn(await rulesOf(db, partner.id), partner, today)
}

export async function readRule(db: Database, id: string): Promise<Rule | undefined> {
  const row = await on(db).selectFrom('release.rule').selectAll().where('id', '=', id).executeTakeFirst()
  return row && ruleOf(row)
}

export const rules: Thing<Rule, RuleEvent> = {
  name: 'release-rule',
  evolve: evolveRule,
  read: readRule,
  save: async (tx, _id, rule) => {
    const { id, partnerId, version, status, proposedBy, proposedByName, proposedAt, answeredBy, answeredByName, answeredAt } = rule
    const row = {
      id, version, status, partner_id: partnerId, terms: sql<Terms>`${JSON.stringify(rule.terms)}::jsonb`,
      proposed_by: proposedBy, proposed_by_name: proposedByName, proposed_at: proposedAt, answered_by: answeredBy, answered_by_name: answeredByName, answered_at: answeredAt,
    }
    await on(tx).insertInto('release.rule').values(row).onConflict((clash) => clash.column('id').doUpdateSet(row)).execute()
  },
}

function ruleOf(row: RuleRow): Rule {
  const { id, version, terms, status } = row
  return {
    id, version, terms, status, partnerId: row.partner_id,
    proposedBy: row.proposed_by, proposedByName: row.proposed_by_name, proposedAt: row.proposed_at,
    answeredBy: row.answered_by, answeredByName: row.answered_by_name, answeredAt: row.answered_at,
  }
}

import { asJson, type Database } from '#platform/database'
import type { Thing } from '#platform/events'
import type { CalendarDate } from '#values'
import type { Purpose } from '../notice/letter-facts.ts'
import type { ApprovedTemplate } from '../notice/letter-templates.ts'
import { evolveApproval, type TemplateApproval, type TemplateEvent } from './template-approval.ts'

type ApprovalRow = {
  id: string
  purpose: Purpose
  version: number
  standing: TemplateApproval['standing']
  from_on: CalendarDate
  reasons: string
  put_forward_by: TemplateApproval['putForwardBy']
  answer: TemplateApproval['answer']
}

const on = (db: Database) => db.withTables<{ 'notice.template_approval': ApprovalRow }>()

export const templateThing: Thing<TemplateApproval, TemplateEvent> = { name: 'letter-template', evolve: evolveApproval, read: readApproval, save: saveApproval }

export async function readApproval(db: Database, id: string): Promise<TemplateApproval | undefined> {
  const row = await on(db).selectFrom('notice.template_approval').selectAll().where('id', '=', id).executeTakeFirst()
  return row && approvalOf(row)
}

export async function everyApproval(db: Database): Promise<readonly TemplateApproval[]> {
  return (await on(db).selectFrom('notice.template_approval').selectAll().execute()).map(approvalOf)
}

/** The versions that letters may take, beside those that stand from the beginning. */
export async function approvedTemplates(db: Database): Promise<readonly ApprovedTemplate[]> {
  return (await everyApproval(db)).filter(({ standing }) => standing === 'approved')
}

async function saveApproval(tx: Database, _id: string, state: TemplateApproval): Promise<void> {
  const row = {
    id: state.id, purpose: state.purpose, version: state.version, standing: state.standing, from_on: state.fromOn, reasons: state.reasons,
    put_forward_by: asJson(state.putForwardBy),
    answer: asJson(state.answer),
  }
  await on(tx).insertInto('notice.template_approval').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function approvalOf(row: ApprovalRow): TemplateApproval {
  const { id, purpose, version, standing, reasons, answer } = row
  return { id, purpose, version, standing, reasons, answer, fromOn: row.from_on, putForwardBy: row.put_forward_by }
}

import { sql } from 'kysely'
import { asJson, type Database } from '#platform/database'
import type { Instant } from '#values'
import type { LetterLanguage } from '../person/language.ts'
import type { Draft } from './draft.ts'

type DraftRow = { link_id: string; language: LetterLanguage; answers: Draft['answers']; saved_at: Instant }

const on = (db: Database) => db.withTables<{ 'penalties.answer_draft': DraftRow }>()

export async function readDraft(db: Database, linkId: string): Promise<Draft | undefined> {
  const row = await on(db).selectFrom('penalties.answer_draft').selectAll().where('link_id', '=', linkId).executeTakeFirst()
  return row && { language: row.language, answers: row.answers }
}

/** The answers given here are saved beside those saved before. */
export async function saveDraft(db: Database, linkId: string, { language, answers }: Draft, at: Instant): Promise<void> {
  await on(db).insertInto('penalties.answer_draft').values({ link_id: linkId, language, answers: asJson(answers), saved_at: at })
    .onConflict((conflict) => conflict.column('link_id').doUpdateSet({ language, answers: sql`answer_draft.answers || excluded.answers`, saved_at: at })).execute()
}

/** What was sent is no draft any more; the language stays. */
export async function emptyDraft(tx: Database, linkId: string, at: Instant): Promise<void> {
  await on(tx).updateTable('penalties.answer_draft').set({ answers: asJson({}), saved_at: at }).where('link_id', '=', linkId).execute()
}

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { may, newId } from '#platform/identity'
import { recordLook } from '#platform/events'
import { formPage, type PageContext, type UploadedFile } from '#platform/web'
import { importedRowsMax, reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { bringImports, letImportsIn } from '../rights.ts'
import type { ImportBatch } from './import-batch.ts'
import { bringImportOf, importedLines, readImport, recentImports } from './import-batch.store.ts'
import { judgeImport, letInImport, totalsInFile, totalsInJuxta } from './let-in.store.ts'
import { oldColumns } from './old-row.ts'
import { reconcile } from './reconcile.ts'

const form = z.object({
  source: z.string('Name the system or archive they come from').trim().min(2, 'Name the system or archive they come from').max(80),
  csv: z.string().default(''),
  file: z.custom<UploadedFile>().optional(),
}).refine(({ csv, file }) => csv !== '' || file !== undefined, { path: ['csv'], message: 'Choose a file or paste its lines' })

/** Files of old cases, and the form that brings another. Bringing a file writes no case. */
export const importsPage = formPage({
  path: '/cases/imports',
  right: bringImports,
  template: 'casework/penalties/import/imports.njk',
  form,
  refusals,
  show: async (_params, { db }) => ({ imports: await recentImports(db), columns: oldColumns, rowsMax: importedRowsMax, values: {} }),
  submit: (_params, { source, csv, file }, { db, clock, by, officer }) => {
    const content = (file === undefined ? csv : file.bytes.toString('utf8')).replaceAll('\u0000', '')
    const brought = { batchId: newId(), name: file?.filename ?? 'Pasted lines', source, sha256: createHash('sha256').update(content).digest('hex'), broughtBy: { officerId: officer.id, name: officer.name }, broughtOn: clock.today() }
    return bringImportOf(db, brought, content, by('Brought a file of old cases'))
  },
  next: (_params, _form, { events: [brought] }) => (brought?.type === 'import-brought' ? `/cases/imports/${brought.batchId}` : '/cases/imports'),
  done: { en: 'The file is here. No case is written yet: read below what would come in.', fr: 'Le fichier est reçu. Aucun dossier n’est créé : lisez ci-dessous ce qui serait repris.' },
})

/** What a file would bring and what is wrong with it, line by line; and, once another officer let it in, what came of it to the penny. */
export const importPage = formPage({
  path: '/cases/imports/:id',
  right: bringImports,
  template: 'casework/penalties/import/import.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ because: z.string('Say why it may come in').trim().min(1, 'Say why it may come in').max(reasonsMax) }),
  refusals,
  show: async ({ id }, ctx) => {
    const batch = await readImport(ctx.db, id)
    return batch && view(ctx, batch)
  },
  submit: ({ id }, { because }, { db, clock, by }) => letInImport(db, id, { today: clock.today(), by: by(because) }),
  next: ({ id }) => `/cases/imports/${id}`,
  done: { en: 'The cases are in. Compare both sides below.', fr: 'Les dossiers sont repris. Comparez les deux côtés ci-dessous.' },
})

async function view({ db, clock, officer, by }: PageContext, batch: ImportBatch) {
  await recordLook(db, { subject: `import:${batch.id}`, what: `old cases of ${batch.source}`, by: by('Judging a file of old cases') })
  const { problem, rows, own } = await judgeImport(db, batch, clock.today())
  const lines = new Map((await importedLines(db, batch.id)).map((line) => [line.line, line]))
  const good = rows.filter(({ line, problems }) => problems.length === 0 && !own.has(line))
  return {
    batch, problem, good: good.length, leftOut: rows.filter(({ line, problems }) => problems.length > 0 && !own.has(line)).length,
    rows: rows.map(({ line, reference, row, problems }) => ({ line, reference, problems: own.has(line) ? [] : problems, row, came: lines.get(line) })),
    mayLetIn: batch.run === null && good.length > 0 && may(officer, letImportsIn),
    isMine: batch.broughtBy.officerId === officer.id,
    expected: batch.run === null ? totalsInFile(rows, new Set(good.map(({ line }) => line))) : undefined,
    reconciled: batch.run === null ? undefined : reconcile(totalsInFile(rows, own), await totalsInJuxta(db, batch.id)),
    values: {},
  }
}

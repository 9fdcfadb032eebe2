import { createHash } from 'node:crypto'
import { z } from 'zod'
import { may, newId } from '#platform/identity'
import { recordLook } from '#platform/events'
import { download, formPage, type PageContext, type UploadedFile } from '#platform/web'
import { csv } from '../case/csv.ts'
import { importedRowsMax, importedRowsOnAPage, reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { bringImports, letImportsIn } from '../rights.ts'
import { compareAgain } from './compare-again.store.ts'
import type { ImportBatch } from './import-batch.ts'
import { bringImportOf, importedLines, readImport, recentImports } from './import-batch.store.ts'
import { agreeImportOf, judgeImport, totalsInFile, totalsInJuxta } from './let-in.store.ts'
import { laterColumns, oldColumns } from './old-row.ts'
import { reconcile } from './reconcile.ts'

const form = z.object({
  source: z.string('Name the system or archive they come from').trim().min(2, 'Name the system or archive they come from').max(80),
  csv: z.string().default(''),
  file: z.custom<UploadedFile>().optional(),
}).refine(({ csv: pasted, file }) => pasted !== '' || file !== undefined, { path: ['csv'], message: 'Choose a file or paste its lines' })

/** Files of old cases, and the form that brings another. Bringing a file writes no case. */
export const importsPage = formPage({
  path: '/cases/imports',
  right: bringImports,
  template: 'casework/penalties/import/imports.njk',
  form,
  refusals,
  show: async (_params, { db }) => ({ imports: await recentImports(db), columns: oldColumns.filter((column) => !laterColumns.includes(column)), laterColumns, rowsMax: importedRowsMax, values: {} }),
  submit: (_params, { source, csv: pasted, file }, { db, clock, by, officer }) => {
    const content = (file === undefined ? pasted : file.bytes.toString('utf8')).replaceAll('\u0000', '')
    const brought = { batchId: newId(), name: file?.filename ?? 'Pasted lines', source, sha256: createHash('sha256').update(content).digest('hex'), broughtBy: { officerId: officer.id, name: officer.name }, broughtOn: clock.today() }
    return bringImportOf(db, brought, content, by('Brought a file of old cases'))
  },
  next: (_params, _form, { events: [brought] }) => (brought?.type === 'import-brought' ? `/cases/imports/${brought.batchId}` : '/cases/imports'),
  done: { en: 'The file is here. No case is written yet: read below what would come in.', fr: 'Le fichier est reçu. Aucun dossier n’est créé : lisez ci-dessous ce qui serait repris.' },
})

const params = z.object({ id: z.uuid() })
const query = z.object({ show: z.enum(['all', 'wrong']).default('all'), page: z.coerce.number().int().min(1).max(importedRowsMax).default(1) })

/** What a file would bring and what is wrong with it, line by line; how far it has come in; and, once all of it is in, both sides to the penny. */
export const importPage = formPage({
  path: '/cases/imports/:id',
  right: bringImports,
  template: 'casework/penalties/import/import.njk',
  params, query,
  form: z.object({ because: z.string('Say why it may come in').trim().min(1, 'Say why it may come in').max(reasonsMax) }),
  refusals,
  show: async ({ id }, ctx, asked) => {
    const batch = await readImport(ctx.db, id)
    return batch && view(ctx, batch, asked)
  },
  submit: ({ id }, { because }, { db, clock, by }) => agreeImportOf(db, id, { because, today: clock.today(), by: by(because) }),
  next: ({ id }) => `/cases/imports/${id}`,
  done: { en: 'The cases are coming in, one after another. You need not wait.', fr: 'Les dossiers sont repris l’un après l’autre. Inutile d’attendre.' },
})

/** Each line of a file with what became of it or what is wrong with it, for whoever mends the file. */
export const importLines = download({
  path: '/cases/imports/:id/lines.csv',
  right: bringImports,
  params,
  show: async ({ params: { id } }, ctx) => {
    const batch = await readImport(ctx.db, id)
    if (batch === undefined) return undefined
    const { lines } = await judged(ctx, batch)
    const rows = lines.map(({ line, reference, came, problems }) => [line, reference, came === undefined ? (problems.length > 0 ? 'left out' : 'can come in') : 'in', came?.reference ?? '', problems.join(' ')])
    return { contentType: 'text/csv; charset=utf-8', fileName: `old-cases-${id}.csv`, bytes: new TextEncoder().encode(csv(['line', 'old_reference', 'result', 'reference', 'what_is_wrong'], rows)) }
  },
})

/** The file read once: its lines with what each became, and the sums of those that can come in. */
async function judged({ db, clock, by }: PageContext, batch: ImportBatch) {
  await recordLook(db, { subject: `import:${batch.id}`, what: `old cases of ${batch.source}`, by: by('Judging a file of old cases') })
  const { problem, rows, own } = await judgeImport(db, batch, clock.today())
  const came = new Map((await importedLines(db, batch.id)).map((line) => [line.line, line]))
  return { problem, rows, own, lines: rows.map(({ line, reference, row, problems }) => ({ line, reference, row, problems: own.has(line) ? [] : problems, came: came.get(line) })) }
}

async function view(ctx: PageContext, batch: ImportBatch, { show, page }: z.output<typeof query>) {
  const { problem, rows, own, lines } = await judged(ctx, batch)
  const [wrong, good] = [lines.filter(({ problems }) => problems.length > 0), lines.filter(({ problems, came }) => problems.length === 0 && came === undefined)]
  const shown = show === 'wrong' ? wrong : lines
  const inBefore = await compareAgain(ctx.db, rows.filter(({ line }) => !own.has(line)))
  return {
    batch, problem, show, good: good.length, wrong: wrong.length, all: lines.length, cameIn: own.size,
    lines: shown.slice((page - 1) * importedRowsOnAPage, page * importedRowsOnAPage),
    pages: { now: page, last: Math.max(1, Math.ceil(shown.length / importedRowsOnAPage)) },
    inBefore: inBefore.length, differing: inBefore.filter(({ differences }) => differences.length > 0).slice(0, importedRowsOnAPage),
    mayLetIn: batch.agreed === null && batch.run === null && good.length > 0 && may(ctx.officer, letImportsIn),
    isMine: batch.broughtBy.officerId === ctx.officer.id,
    expected: batch.agreed === null && batch.run === null ? totalsInFile(rows, new Set(good.map(({ line }) => line))) : undefined,
    reconciled: batch.run === null ? undefined : reconcile(totalsInFile(rows, own), await totalsInJuxta(ctx.db, batch.id)),
    values: {},
  }
}

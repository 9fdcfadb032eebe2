import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { recordLook } from '#platform/events'
import { newId, settledId } from '#platform/identity'
import { action, askPage, download, inBoth, type PageContext, type UploadedFile } from '#platform/web'
import { toCsv } from '#platform/wire-formats'
import { activePlatesOfList, entriesOfList } from '../entry/entry.store.ts'
import { describeEntry } from '../entry/describe-entry.ts'
import { because } from '../entry/entry-form.page.ts'
import { exportRowsMax, importRowsMax } from '../limits.ts'
import { allLists, readList } from '../list/list.store.ts'
import { watchlistRefusals } from '../refusals.ts'
import { addToWatchlist, readWatchlists } from '../rights.ts'
import { columns } from './columns.ts'
import { importEntries } from './import-entries.store.ts'
import { judgeImport, type JudgedRow } from './judge-import.ts'

const chooseList = inBoth('Choose the list', 'Choisissez la liste')

const previewForm = z.object({
  list: z.uuid(chooseList),
  csv: z.string().optional(),
  file: z.custom<UploadedFile>().optional(),
}).refine(({ csv, file }) => Boolean(csv) || file !== undefined, { path: ['csv'], message: inBoth('Choose a file or paste its lines', 'Choisissez un fichier ou collez ses lignes') })

/** Shows what a file would list and what is wrong with it, line by line. Nothing is written. */
export const previewImportPage = askPage({
  path: '/watchlists/import',
  right: addToWatchlist,
  template: 'border/watchlists/import/import.njk',
  form: previewForm,
  show: async ({ db, words }) => ({
    lists: (await allLists(db)).map(({ id, nameEn, nameFr }) => ({ value: id, text: words(nameEn, nameFr) })),
    columns, rowsMax: importRowsMax, values: {},
  }),
  answer: async ({ list, csv = '', file }, ctx) => {
    const text = file === undefined ? csv : file.bytes.toString('utf8')
    const batch = newId()
    const { rows, problem } = await judged({ list, csv: text, batch }, ctx)
    const good = rows.filter(({ problems }) => problems.length === 0).length
    return { preview: { list, csv: text, batch, problem: problem && said(problem, ctx), good, bad: rows.length - good, rows: rows.map((row) => inWords(row, ctx)) } }
  },
})

interface Sent {
  readonly list: string
  readonly csv: string
  readonly batch: string
}

async function judged({ list, csv, batch }: Sent, { db, clock, site, officer }: PageContext) {
  const listed = await activePlatesOfList(db, list, clock.today())
  return judgeImport(csv, { site, listId: list, addedBy: officer.id, today: clock.today(), listed, idOf: (line) => settledId('import', batch, String(line)) })
}

function inWords({ line, adding, problems }: JudgedRow, ctx: PageContext) {
  const entry = describeEntry({ ...adding, status: 'active', confirmedBy: null, withdrawnAt: null }, ctx.clock.today(), ctx.words)
  return { line, entry, problems: problems.map((code) => said(code, ctx)) }
}

function said(code: string, { words }: PageContext): string {
  const { en, fr } = watchlistRefusals[code] ?? { en: code, fr: code }
  return words(en, fr)
}

/** Lists the rows of the preview that had nothing wrong with them. The preview's number makes a second press do nothing. */
export const confirmImportAction = action({
  path: '/watchlists/import/confirm',
  right: addToWatchlist,
  form: z.object({ list: z.uuid(chooseList), csv: z.string(), batch: z.uuid(), ...because.shape }),
  refusals: watchlistRefusals,
  submit: async (_params, form, ctx) => {
    if ((await readList(ctx.db, form.list)) === undefined) return refuse('no-such-list')
    const known = await judged(form, ctx)
    const rows = known.rows.filter(({ problems }) => problems.length === 0).map(({ adding }) => adding)
    if (known.problem !== undefined) return refuse(known.problem)
    if (rows.length === 0) return refuse('import-nothing-to-list')
    return importEntries(ctx.db, { rows, by: ctx.by(form.because), today: ctx.clock.today() })
  },
  next: (_params, { list }) => `/watchlists/${list}`,
  done: { en: 'The vehicles are listed. A stop among them waits for a second person and is a check until then.', fr: 'Les véhicules sont inscrits. Un arrêt attend une seconde personne et reste un contrôle d’ici là.' },
})

/** A list as a file that no spreadsheet takes for formulas. Taking it away is logged as a look at the list. */
export const exportList = download({
  path: '/watchlists/:id/export',
  right: readWatchlists,
  params: z.object({ id: z.uuid() }),
  show: async ({ params: { id } }, ctx) => {
    const list = await readList(ctx.db, id)
    if (list === undefined) return undefined
    const entries = await entriesOfList(ctx.db, id, { offset: 0, limit: exportRowsMax })
    await recordLook(ctx.db, { by: ctx.by(ctx.words('Exported the list', 'Liste exportée')), subject: `watchlist:${id}`, what: `export of ${entries.length} entries` })
    const rows = entries.map(({ plate, country, reasonEn, reasonFr, handling, markers, ports, startsOn, lastDayOn, reviewOn }) =>
      [plate, country ?? '', reasonEn, reasonFr, handling, markers.join(' '), ports.join(' '), startsOn, lastDayOn, reviewOn])
    return { contentType: 'text/csv; charset=utf-8', fileName: `watchlist-${ctx.clock.today()}.csv`, bytes: Buffer.from(toCsv([columns, ...rows])) }
  },
})

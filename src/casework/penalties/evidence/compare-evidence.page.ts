import { z } from 'zod'
import { page, type PageContext } from '#platform/web'
import { dayInWords } from '#values'
import { readCase } from '../case/case.store.ts'
import { insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { roadWords, seenWords } from '../file/file-words.ts'
import { seeCases } from '../rights.ts'
import { compareLines, isDifferent } from './compare-lines.ts'
import type { Evidence } from './evidence.ts'
import { evidenceThing } from './evidence.store.ts'
import { noteOpened } from './opened.store.ts'
import { renditionFor, type Rendition } from './show-evidence.page.ts'

/** Two pieces side by side: the checklist the lane saw and the copy that came later (casework.md U9). */
export const compareEvidencePage = page({
  path: '/cases/:id/evidence/compare',
  right: seeCases,
  template: 'casework/penalties/evidence/compare-evidence.njk',
  params: z.object({ id: z.uuid() }),
  query: z.object({ one: z.uuid().optional(), other: z.uuid().optional() }),
  subject: ({ params }, ctx) => subjectOfCase(params, ctx),
  show: ({ params: { id }, query: { one, other } }, ctx) =>
    insideCase(ctx, { caseId: id, what: 'evidence side by side', comeBackTo: `/cases/${id}/evidence/compare` }, async () => {
      const found = await readCase(ctx.db, id)
      const items = await evidenceThing.ofCase(ctx.db, id)
      const pair = [one, other].map((asked) => items.find((item) => item.id === asked))
      const [left, right] = pair
      return found && {
        found, items: items.map(({ id: value, title }) => ({ value, text: title })), one: one ?? items[0]?.id, other: other ?? items[1]?.id,
        compared: left !== undefined && right !== undefined ? await compared(ctx, found, left, right) : null,
      }
    }),
})

interface Side {
  readonly item: Evidence
  readonly shown: Rendition
}

async function compared(ctx: PageContext, found: PenaltyCase, left: Evidence, right: Evidence) {
  const sides = await Promise.all([left, right].map((item) => open(ctx, found, item)))
  const [one, other] = sides.map(({ shown }) => shown.transcript)
  const lines = compareLines(one ?? '', other ?? '').map((line) => ({ ...line, differs: isDifferent(line) }))
  return { sides: sides.map((side) => ({ ...side, address: `/cases/${found.id}/evidence/${side.item.id}` })), rows: rowsOf(sides), lines, differing: lines.filter(({ differs }) => differs).length }
}

/** To have it on the screen beside another is to have opened it. */
async function open(ctx: PageContext, found: PenaltyCase, item: Evidence): Promise<Side> {
  const shown = renditionFor(ctx, found, item)
  if (shown.bytes !== null) await noteOpened(ctx.db, { evidenceId: item.id, sha256: shown.bytes.sha256 }, ctx.by())
  return { item, shown }
}

function rowsOf(sides: readonly Side[]) {
  const row = (label: string, cell: (item: Evidence) => string) => {
    const cells = sides.map(({ item }) => cell(item))
    return { label, cells, differs: new Set(cells).size > 1 }
  }
  return [
    row('Supplied by', ({ provenance }) => provenance.suppliedBy),
    row('How it came', ({ provenance }) => roadWords[provenance.road]),
    row('Came on', ({ provenance }) => dayInWords(provenance.receivedOn)),
    row('At the scene', ({ provenance }) => seenWords[provenance.seenAtScene]),
    row('SHA-256', ({ file }) => file.sha256),
  ]
}

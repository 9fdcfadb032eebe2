import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { coverAreas } from '#platform/pictures'
import { caseForm } from '../case/case-form.page.ts'
import { someWords } from '../case/form-fields.ts'
import { sha256 } from '../notice/document.store.ts'
import { named } from '../penalty/penalty.ts'
import { keepFile } from '../rights.ts'
import { areasIn } from './areas-to-cover.ts'
import { addressOfItem, evidenceParams, itemOf } from './evidence-item.page.ts'
import type { EvidenceType } from './evidence.ts'
import { changeEvidenceWithBytes, readEvidenceBytes } from './evidence.store.ts'
import { redactEvidence } from './redact-evidence.ts'

const noArea = 'Write one area a line, such as 10 20 30 5: left, top, width and height in percent, within the picture'
const typed = z.string().max(2000).optional().catch(undefined)

/** Areas of a photograph are covered here, and the twin is made of the pixels that are left: nothing lies under the black. */
export const coverPicturePage = caseForm({
  path: '/cases/:id/evidence/:itemId/cover',
  params: evidenceParams,
  right: keepFile,
  template: 'casework/penalties/evidence/cover-picture.njk',
  what: 'evidence: areas of a picture to cover',
  query: z.object({ areas: typed, covers: typed, reasons: typed }),
  form: z.object({
    areas: z.string(noArea).max(2000, noArea).transform((lines, issues) => areasIn(lines) ?? (issues.addIssue({ code: 'custom', message: noArea }), z.NEVER)).refine((areas) => areas.length > 0, noArea),
    covers: someWords('Say what is covered', 300),
    reasons: someWords('Say why it is covered'),
  }),
  view: async (ctx, _found, params, asked) => {
    const item = await itemOf(ctx, params)
    return item !== undefined && isPicture(item.file.contentType)
      ? { item, heading: `Cover parts of: ${item.title}`, address: addressOfItem(params), back: { href: addressOfItem(params), text: `Back to ${item.title}` }, areasIn, tens: [10, 20, 30, 40, 50, 60, 70, 80, 90], values: asked }
      : undefined
  },
  act: async (ctx, params, { areas, covers, reasons }, by) => {
    const item = await itemOf(ctx, params)
    const original = item && (await readEvidenceBytes(ctx.db, item.file.sha256))
    if (item === undefined || original === undefined || !isPicture(item.file.contentType)) return refuse('no-such-evidence')
    const bytes = await coverAreas(original, item.file.contentType, areas)
    if (bytes === undefined) return refuse('picture-unreadable')
    const kept = { sha256: sha256(bytes), contentType: item.file.contentType, sizeBytes: bytes.length }
    const twin = { ...kept, covers, reasons, areas, redactedBy: named(by), redactedAt: by.at }
    return changeEvidenceWithBytes(ctx.db, { kept, bytes, id: params.itemId, caseId: params.id, by }, (current) => redactEvidence(current, twin))
  },
  next: addressOfItem,
  done: { en: 'The twin is made. Look at it: from now on it leaves the office, and never the original.', fr: 'La version expurgée est créée. Vérifiez-la : elle seule sort désormais du service.' },
})

export function isPicture(type: EvidenceType): type is 'image/jpeg' | 'image/png' {
  return type === 'image/jpeg' || type === 'image/png'
}

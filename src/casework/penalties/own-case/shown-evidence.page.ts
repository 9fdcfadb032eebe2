import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { newId } from '#platform/identity'
import { download, formPage, inBoth, page, type PageContext } from '#platform/web'
import { dayOf } from '#values'
import { commentOnEvidence } from '../evidence/show-to-persons.ts'
import { servedFile } from '../evidence/evidence-file.page.ts'
import { evidenceOf, evidenceThing, type EvidenceItem } from '../evidence/evidence.store.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { reasonsMax } from '../limits.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { useOwnCase } from '../rights.ts'
import { addressOfOwn, openOwnCase, ownParams, ownView, throughLink, type OwnCase } from './open-own-case.page.ts'
import { shownTo } from './own-evidence.ts'

const itemParams = ownParams.extend({ itemId: z.uuid() })

/** What of the evidence we show this person. */
export const shownEvidencePage = page({
  path: '/answer/:code/evidence',
  right: useOwnCase,
  template: 'casework/penalties/own-case/shown-evidence.njk',
  params: ownParams,
  show: async ({ params: { code } }, ctx) => {
    const own = await openOwnCase(ctx, code, 'evidence shown')
    return own && ownView(own, ctx, { items: shownTo(await evidenceOf(ctx.db, own.found.id), own.person.id).map((item) => itemView(item, own)) })
  },
})

/** One item, and what they say of it. */
export const commentOnEvidencePage = formPage({
  path: '/answer/:code/evidence/:itemId',
  right: useOwnCase,
  template: 'casework/penalties/own-case/comment-on-evidence.njk',
  params: itemParams,
  form: z.object({ says: z.string().trim().min(1, inBoth('Write your comment', 'Écrivez votre observation')).max(reasonsMax, inBoth(`Use ${reasonsMax} characters or fewer`, `Utilisez au plus ${reasonsMax} caractères`)) }),
  refusals,
  show: async ({ code, itemId }, ctx) => {
    const own = await openOwnCase(ctx, code, `evidence ${itemId}`)
    const item = own && (await shownItem(ctx, own, itemId))
    return item && ownView(own, ctx, { item: itemView(item, own), values: {} })
  },
  submit: async ({ code, itemId }, { says }, ctx) => {
    const own = await openOwnCase(ctx, code, `evidence ${itemId}`)
    if (own === undefined) return refuse('no-such-person-link')
    const by = throughLink(ctx, own, 'Comment at the public door')
    const comment = { id: newId(), personId: own.person.id, from: nameOf(own.person), says, at: by.at }
    return changeInFile(ctx.db, evidenceThing, { id: itemId, caseId: own.found.id, by }, (item) => commentOnEvidence(item, comment))
  },
  next: ({ code, itemId }) => `${addressOfOwn(code)}/evidence/${itemId}`,
})

export const shownEvidenceFile = download({
  path: '/answer/:code/evidence/:itemId/file',
  right: useOwnCase,
  params: itemParams,
  show: async ({ params: { code, itemId } }, ctx) => {
    const own = await openOwnCase(ctx, code, `file of evidence ${itemId}`)
    const kept = own && (await shownItem(ctx, own, itemId))?.outward.bytes
    return kept ? servedFile(ctx, kept) : undefined
  },
})

async function shownItem({ db }: PageContext, { found, person }: OwnCase, itemId: string): Promise<EvidenceItem | undefined> {
  return shownTo(await evidenceOf(db, found.id), person.id).find(({ id }) => id === itemId)
}

function itemView({ id, title, outward, file, comments = [] }: EvidenceItem, { code, person, speech }: OwnCase): object {
  return {
    title, href: `${addressOfOwn(code)}/evidence/${id}`, transcript: outward.transcript,
    isPicture: outward.bytes?.contentType.startsWith('image/') === true,
    isRedacted: outward.bytes?.sha256 !== file.sha256,
    comments: comments.filter(({ personId }) => personId === person.id).map(({ says, at }) => ({ says, on: speech.day(dayOf(at)) })),
  }
}

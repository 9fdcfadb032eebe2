import { download } from '#platform/web'
import { casePage } from '../case/case-form.page.ts'
import { subjectOfCase } from '../case/enter-case.page.ts'
import { readEvidenceBytes } from '../evidence/evidence.store.ts'
import { asFile } from '../notice/letter-file.page.ts'
import { seeCases } from '../rights.ts'
import { requestEnvelope } from './request-letter.ts'
import { addressOfRequest, requestIn, requestParams } from './request-item.page.ts'

/** The letter as a page, from the blocks that its PDF was set from. */
export const requestLetterPage = casePage({
  path: '/cases/:id/requests/:requestId/letter',
  params: requestParams,
  right: seeCases,
  template: 'casework/penalties/information-request/request-letter.njk',
  what: 'letter that asks for information',
  view: async (ctx, _found, params) => {
    const request = await requestIn(ctx, params)
    return request && { request, address: addressOfRequest(params), letters: requestEnvelope(request.letter.facts), heading: 'Request for information' }
  },
})

export const requestLetterPdf = download({
  path: '/cases/:id/requests/:requestId/letter.pdf',
  right: seeCases,
  params: requestParams,
  subject: ({ params }, ctx) => subjectOfCase(params, ctx),
  show: async ({ params }, ctx) => {
    const request = await requestIn(ctx, params)
    const bytes = request && (await readEvidenceBytes(ctx.db, request.letter.sha256))
    if (request === undefined || bytes === undefined) return undefined
    const opening = { caseId: params.id, what: 'letter that asks for information, PDF', comeBackTo: addressOfRequest(params) }
    return asFile(ctx, opening, async () => ({ contentType: 'application/pdf', fileName: `${request.letter.facts.reference}-request.pdf`, bytes }))
  },
})

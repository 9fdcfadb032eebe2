import { download } from '#platform/web'
import { casePage } from '../case/case-form.page.ts'
import { subjectOfCase } from '../case/enter-case.page.ts'
import { readDocument } from '../notice/document.store.ts'
import { asFile } from '../notice/letter-file.page.ts'
import { envelopeOf, templateOf } from '../notice/letter-templates.ts'
import { seeCases } from '../rights.ts'
import { addressOfRequest, requestIn, requestParams } from './request-item.page.ts'

/** The letter as a page, from the blocks that its PDF was set from. */
export const requestLetterPage = casePage({
  path: '/cases/:id/requests/:requestId/letter',
  params: requestParams,
  right: seeCases,
  template: 'casework/penalties/information-request/request-letter.njk',
  what: 'letter that asks for information',
  view: async (ctx, _found, params) => {
    const [request, letter] = [await requestIn(ctx, params), await readDocument(ctx.db, params.requestId)]
    return request && letter && { request, reference: letter.facts.reference, address: addressOfRequest(params), letters: envelopeOf(templateOf(letter.purpose, letter.templateVersion), letter.facts), heading: 'Request for information' }
  },
})

export const requestLetterPdf = download({
  path: '/cases/:id/requests/:requestId/letter.pdf',
  right: seeCases,
  params: requestParams,
  subject: ({ params }, ctx) => subjectOfCase(params, ctx),
  show: async ({ params }, ctx) => {
    const [request, letter] = [await requestIn(ctx, params), await readDocument(ctx.db, params.requestId)]
    if (request === undefined || letter === undefined) return undefined
    const opening = { caseId: params.id, what: 'letter that asks for information, PDF', comeBackTo: addressOfRequest(params) }
    return asFile(ctx, opening, async () => ({ contentType: 'application/pdf', fileName: `${letter.facts.reference}-request.pdf`, bytes: letter.pdf }))
  },
})

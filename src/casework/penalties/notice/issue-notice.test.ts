import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory, historyOf } from '#platform/events'
import { ids, keepCaseFile } from '#test/a-case-file'
import { readPdf } from '#test/read-pdf'
import { aSite } from '#test/site'
import { instant } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { penaltyThing, readPenalty } from '../penalty/penalty.store.ts'
import { documentsOfPenalty } from './document.store.ts'
import { draftPdfPage, issueNoticePage } from './issue-notice.page.ts'
import { reprint } from './print-letter.store.ts'
import { letterPages } from './read-letter.page.ts'

const site = await aSite({ wirings: [{ pages: [issueNoticePage, draftPdfPage, ...letterPages] }], site: 'centre', now: '2023-03-03T09:00:00Z' })
await keepCaseFile(site.db)
const caseworker = site.signedInAs('caseworker')
const issuePage = `/penalties/${ids.driverPenalty}/issue`
const noticePage = `/penalties/${ids.driverPenalty}/notice`

async function sayWhy(officerId: string): Promise<void> {
  await rememberReason(site.db, { officerId, caseId: ids.case, reason: 'I am working on this case', at: site.clock.now() })
}

function draftOn(body: string): string {
  return /name="draftRead" value="(\w+)"/.exec(body)?.[1] ?? ''
}

describe('before anybody has said why they look', () => {
  test('the draft asks first', async () => assert.match((await caseworker.get(issuePage)).body, /Why are you looking at this case/))
  test('the PDF leads to the page that asks', async () => {
    assert.equal((await caseworker.get(`/penalties/${ids.driverPenalty}/draft.pdf`)).headers.location, issuePage)
  })
  test('nothing can be issued', async () => {
    assert.equal((await caseworker.post(issuePage, { draftRead: 'x' })).statusCode, 409)
    assert.equal((await readPenalty(site.db, ids.driverPenalty))?.stage, 'decided')
  })
})

describe('who may', () => {
  test('finance may not issue a notice, nor read its draft', async () => {
    assert.equal((await site.signedInAs('finance').get(issuePage)).statusCode, 403)
    assert.equal((await site.signedInAs('finance').get(`/penalties/${ids.driverPenalty}/draft.pdf`)).statusCode, 403)
  })
  test('an analyst may not read a notice', async () => assert.equal((await site.signedInAs('analyst').get(noticePage)).statusCode, 403))
})

describe('a caseworker who has said why', () => {
  test('reads a draft and cannot issue it in an office that has not approved every letter that may follow', async () => {
    await sayWhy('test-caseworker')
    await sql`update notice.template_approval set from_on = '2023-03-04' where purpose = 'objection-decision'`.execute(site.db)
    const { body } = await caseworker.get(issuePage)
    assert.match(body, /Not every letter is approved for this day/)
    assert.match((await caseworker.post(issuePage, { draftRead: draftOn(body) })).body, /Two officers approve them/)
    assert.equal((await readPenalty(site.db, ids.driverPenalty))?.stage, 'decided')
    await sql`update notice.template_approval set from_on = '2000-01-01'`.execute(site.db)
  })

  test('reads the draft, in the driver’s language and in English, with today’s date', async () => {
    await sayWhy('test-caseworker')
    const { body } = await caseworker.get(issuePage)
    assert.match(body, /Avis de sanction civile/)
    assert.match(body, /Penalty notice/)
    assert.match(body, /Friday 3 March 2023/)
    assert.match(body, /PROJET – non émis/)
  })

  test('sees it as it would be printed', async () => {
    const answer = await caseworker.get(`/penalties/${ids.driverPenalty}/draft.pdf`)
    assert.equal(answer.headers['content-type'], 'application/pdf')
    assert.match(readPdf(answer.rawPayload).pages[0] ?? '', /PROJET – non émis/)
  })

  test('cannot issue a letter that is no longer the one that was read', async () => {
    const read = draftOn((await caseworker.get(issuePage)).body)
    site.clock.set(instant('2023-03-04T09:00:00Z'))
    await sayWhy('test-caseworker')
    const answer = await caseworker.post(issuePage, { draftRead: read })
    site.clock.set(instant('2023-03-03T09:00:00Z'))
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /no longer the one you read/)
  })

  test('issues the one that was', async () => {
    const read = draftOn((await caseworker.get(issuePage)).body)
    const answer = await caseworker.post(issuePage, { draftRead: read })
    assert.deepEqual([answer.statusCode, answer.headers.location], [303, noticePage])
    assert.equal((await readPenalty(site.db, ids.driverPenalty))?.stage, 'issued')
  })

  test('finds nothing left to issue', async () => assert.match((await caseworker.get(issuePage)).body, /There is nothing to issue now/))
})

describe('the issued notice', () => {
  test('is on the penalty by the letter that was kept with it', async () => {
    const [letter] = await documentsOfPenalty(site.db, ids.driverPenalty)
    const penalty = await readPenalty(site.db, ids.driverPenalty)
    assert.deepEqual(penalty?.notices, [{ documentId: letter?.id, issuedOn: '2023-03-03', amountPence: 4_800_000 }])
    assert.deepEqual(await foldHistory(site.db, penaltyThing, ids.driverPenalty), penalty)
  })

  test('prints to the same bytes from the stored facts and template version', async () => {
    for (const letter of await documentsOfPenalty(site.db, ids.driverPenalty)) assert.equal(Buffer.compare(await reprint(letter), letter.pdf), 0)
  })

  test('says the same on the page as in the PDF', async () => {
    const { body } = await caseworker.get(noticePage)
    const pdf = readPdf((await caseworker.get(`${noticePage}.pdf`)).rawPayload).pages.join(' ').replace(/\s+/g, ' ')
    const said = [...body.matchAll(/<(?:p|h3)>([^<]{40,})<\/(?:p|h3)>/g)].map(([, text = '']) => text.replace(/\s+/g, ' '))
    const inLetter = said.slice(said.findIndex((text) => text.startsWith('Vous devez payer')))
    assert.ok(inLetter.length > 20)
    for (const sentence of inLetter.filter((text) => !text.includes('&') && !text.startsWith('The file that was sent'))) assert.ok(pdf.includes(sentence), `${sentence} is not in the PDF`)
  })

  test('cannot be changed or taken away', async () => {
    await assert.rejects(sql`update notice.document set language = 'en'`.execute(site.db), /kept as it is/)
    await assert.rejects(sql`delete from notice.document`.execute(site.db), /kept as it is/)
  })

  test('leaves a trace of each look, with the reason', async () => {
    const looks = await historyOf(site.db, 'look', `case:${ids.case}`)
    assert.ok(looks.some(({ body, by }) => JSON.stringify(body).includes('penalty notice, PDF') && by.reason === 'I am working on this case'))
  })
})

describe('an earlier letter', () => {
  test('that is not of this penalty is not found', async () => {
    assert.match((await caseworker.get(`${noticePage}?of=${ids.case}`)).body, /No notice has been issued/)
    assert.equal((await caseworker.get(`${noticePage}.pdf?of=${ids.case}`)).statusCode, 404)
  })
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { foldHistory } from '#platform/events'
import { aPhoto } from '#test/a-photo'
import { aProposedCase, anOpenCase, decide, issue, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite, type Asker } from '#test/site'
import { pounds, type Role } from '#values'
import { readCase } from '../case/case.store.ts'
import { rememberReason } from '../case/look-reason.store.ts'
import { evidenceOf, evidenceThing, readEvidenceBytes } from '../evidence/evidence.store.ts'
import { areasIn } from '../evidence/areas-to-cover.ts'
import { evidenceBefore } from '../evidence/opened.store.ts'
import { flagThing } from '../flag/flag.store.ts'
import { requestThing } from '../information-request/request.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { representativeThing } from '../representative/representative.store.ts'
import { penalties } from '../wire.ts'
import { fileOfCase } from './file-of-case.store.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-05T10:00:00Z' })
const address = await site.listen()
const caseId = await aProposedCase(db)
const otherId = await anOpenCase(db)
const [caseworker, senior, finance] = [site.signedInAs('caseworker'), site.signedInAs('senior-officer'), site.signedInAs('finance')]
for (const role of ['caseworker', 'senior-officer', 'finance', 'auditor'] as readonly Role[]) {
  for (const id of [caseId, otherId]) await rememberReason(db, { officerId: `test-${role}`, caseId: id, reason: 'Working on it', at: site.clock.now() })
}
const personIn = async (capacity: 'driver' | 'owner') => (await personsOfCase(db, caseId)).find((person) => person.capacity === capacity) ?? assert.fail()
const [driver, owner] = [await personIn('driver'), await personIn('owner')]
const at = (end: string) => `/cases/${caseId}/${end}`
const statusOf = async (asker: Asker, url: string) => (await asker.get(url)).statusCode

function withFile(fields: Readonly<Record<string, string>>, bytes: Buffer, name = 'paper.png'): FormData {
  const form = new FormData()
  for (const [field, answer] of Object.entries(fields)) form.append(field, answer)
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  return form
}

const checklist = { title: 'Driver’s checklist', kind: 'checklist', personId: driver.id, suppliedBy: 'Andrei Popescu', road: 'at-the-scene', receivedOn: '2024-01-10', seenAtScene: 'seen', transcript: 'Calais 09:10\nSeal 1234', disclosure: 'as-it-is' }
const itemNamed = async (title: string) => (await evidenceOf(db, caseId)).find((item) => item.title === title) ?? assert.fail(`no ${title}`)

describe('evidence on the screen', () => {
  test('is kept byte for byte, with its hash, once', async () => {
    assert.equal((await caseworker.post(at('evidence/new'), withFile(checklist, aPhoto(10)))).statusCode, 303)
    const item = await itemNamed(checklist.title)
    assert.deepEqual(await readEvidenceBytes(db, item.file.sha256), aPhoto(10))
    assert.match((await caseworker.post(at('evidence/new'), withFile(checklist, aPhoto(10)))).body, /in the case already/)
    const served = await caseworker.get(at(`evidence/${item.id}/original`))
    assert.deepEqual([served.rawPayload, served.headers['content-type'], served.headers['content-security-policy']], [aPhoto(10), 'image/png', "default-src 'none'; sandbox"])
  })
  test('is what its bytes are, whatever it is called', async () => {
    const refused = await caseworker.post(at('evidence/new'), withFile({ ...checklist, title: 'A program' }, Buffer.from([0x4d, 0x5a, 0, 1, 2]), 'holiday.jpg'))
    assert.equal(refused.statusCode, 409)
    assert.match(refused.body, /neither a JPEG or PNG picture/)
  })
  test('as text or PDF is a file to keep, never a page of ours', async () => {
    assert.equal((await caseworker.post(at('evidence/new'), withFile({ ...checklist, title: 'Statement', kind: 'statement', transcript: '' }, Buffer.from('<script>alert(1)</script> I saw nothing'), 'a.html'))).statusCode, 303)
    const served = await caseworker.get(at(`evidence/${(await itemNamed('Statement')).id}/original`))
    assert.match(String(served.headers['content-disposition']), /^attachment/)
    assert.match(String(served.headers['content-type']), /^text\/plain/)
  })
  test('beside another version shows where they differ', async () => {
    const first = await itemNamed(checklist.title)
    const copy = { ...checklist, title: 'Owner’s copy', suppliedBy: 'Example Haulage SRL', road: 'post', seenAtScene: 'not-seen', transcript: 'Calais 09:10\nSeal 1243', versionOf: first.id, receivedOn: '2024-02-20' }
    assert.equal((await caseworker.post(at('evidence/new'), withFile(copy, aPhoto(20)))).statusCode, 303)
    const { body } = await caseworker.get(`${at('evidence/compare')}?one=${first.id}&other=${(await itemNamed('Owner’s copy')).id}`)
    assert.match(body, /1 line differs<\/strong> of 2/)
    assert.match(body, /Not seen at the scene/)
  })
  test('that may leave only redacted is shown to nobody else, and then as its twin', async () => {
    assert.equal((await caseworker.post(at('evidence/new'), withFile({ ...checklist, title: 'Passenger list', disclosure: 'redacted-only', transcript: 'Names of others' }, aPhoto(30)))).statusCode, 303)
    const item = await itemNamed('Passenger list')
    assert.match((await caseworker.get(at('file'))).body, /Redaction due/)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Redact before it may leave: Passenger list/)
    await decide(db, await penaltyFor(db, caseId, 'owner'), pounds(6000))
    assert.doesNotMatch((await finance.get(at(`evidence/${item.id}`))).body, /Names of others|\/original"/)
    assert.equal(await statusOf(finance, at(`evidence/${item.id}/original`)), 404)

    const twin = { covers: 'names of passengers', reasons: 'They are no party' }
    assert.match((await caseworker.post(at(`evidence/${item.id}/redaction`), withFile(twin, aPhoto(30)))).body, /nothing is covered in it/)
    assert.equal((await caseworker.post(at(`evidence/${item.id}/redaction`), withFile(twin, aPhoto(31)))).statusCode, 303)
    assert.deepEqual((await finance.get(at(`evidence/${item.id}/redacted`))).rawPayload, aPhoto(31))
    assert.equal(await statusOf(finance, at(`evidence/${item.id}/original`)), 404)
    assert.equal(await statusOf(site.signedInAs('auditor'), at(`evidence/${item.id}/original`)), 200)
    assert.equal((await itemNamed('Passenger list')).outward.bytes?.sha256, (await itemNamed('Passenger list')).twins[0]?.sha256)
  })
  test('lies in its own case only', async () => {
    const item = await itemNamed(checklist.title)
    assert.equal(await statusOf(caseworker, `/cases/${otherId}/evidence/${item.id}`), 404)
    assert.equal(await statusOf(caseworker, `/cases/${otherId}/evidence/${item.id}/original`), 404)
    assert.match((await caseworker.post(`/cases/${otherId}/evidence/${item.id}/withdrawal`, { reasons: 'x' })).body, /There is nothing at this address/)
    assert.equal((await evidenceThing.read(db, item.id))?.withdrawn, null)
  })
  test('withdrawn stays readable to those who inspect, and its history folds to it', async () => {
    const item = await itemNamed('Statement')
    assert.equal((await caseworker.post(at(`evidence/${item.id}/withdrawal`), { reasons: 'It belongs to another case' })).statusCode, 303)
    assert.deepEqual(await foldHistory(db, evidenceThing, item.id), await evidenceThing.read(db, item.id))
  })
})

describe('a decision', () => {
  test('records which evidence its decider had opened, and which not', async () => {
    const item = await itemNamed(checklist.title)
    await senior.get(at(`evidence/${item.id}`))
    const penaltyId = await penaltyFor(db, caseId, 'driver')
    assert.match((await senior.get(`/penalties/${penaltyId}/decision`)).body, /You have not opened:[\s\S]*Owner’s copy/)
    assert.equal((await senior.post(`/penalties/${penaltyId}/decision`, { outcome: 'penalty', amount: '6000', reasons: 'No check was made' })).statusCode, 303)
    const decision = (await readPenalty(db, penaltyId))?.decision
    assert.deepEqual(decision?.evidence?.opened.map(({ title, sha256 }) => [title, sha256]), [[item.title, item.file.sha256]])
    assert.deepEqual(decision?.evidence?.unopened.map(({ title }) => title), ['Owner’s copy', 'Passenger list'])
    assert.match((await senior.get(`/penalties/${penaltyId}`)).body, /had opened: 1, not opened: 2/)
  })
  test('does not count what colleagues opened', async () => {
    assert.equal((await evidenceBefore(db, caseId, 'somebody-else')).opened.length, 0)
  })
})

describe('a flag on the screen', () => {
  test('is raised once, stands on the case, and stops the chasing of who it is about', async () => {
    await issue(db, await penaltyFor(db, caseId, 'owner'))
    const form = { kind: 'vulnerability', personId: owner.id, fromOn: '2024-03-05', untilOn: '', reviewOn: '2024-04-02', reasons: 'Its only owner is in hospital' }
    assert.equal((await caseworker.post(at('flags/new'), { ...form, reasons: '' })).statusCode, 422)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Payment is awaited/)
    assert.equal((await caseworker.post(at('flags/new'), form)).statusCode, 303)
    assert.equal((await caseworker.post(at('flags/new'), form)).statusCode, 409)
    const { body } = await caseworker.get(`/cases/${caseId}`)
    assert.match(body, /Vulnerable person: Example Haulage SRL/)
    assert.match(body, /Recovery is on hold/)
  })
  test('comes down by the hand of another officer, and the chasing goes on', async () => {
    const [flag] = await flagThing.ofCase(db, caseId)
    const lowering = { answer: 'comes-down', reasons: 'He is well again' }
    assert.equal((await caseworker.post(at(`flags/${flag?.id}`), lowering)).statusCode, 409)
    assert.equal((await senior.post(at(`flags/${flag?.id}`), { answer: 'stands', reasons: 'Not yet', reviewOn: '' })).statusCode, 422)
    assert.equal((await senior.post(at(`flags/${flag?.id}`), lowering)).statusCode, 303)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Payment is awaited/)
    assert.deepEqual(await foldHistory(db, flagThing, flag?.id ?? ''), await flagThing.read(db, flag?.id ?? ''))
  })
})

describe('who speaks, what is asked, noted and linked', () => {
  test('a representative is recorded with the authority, and ended', async () => {
    const form = { personId: driver.id, kind: 'solicitor', name: 'Carter and Co', addressLines: '2 Law Lane', country: 'United Kingdom', email: '', scope: ['letters', 'answers'], signedOn: '2024-03-01', described: 'A signed letter', fromOn: '2024-03-05', untilOn: '' }
    assert.equal((await caseworker.post(at('representatives/new'), { ...form, described: '' })).statusCode, 409)
    assert.equal((await caseworker.post(at('representatives/new'), form)).statusCode, 303)
    assert.match((await caseworker.get(at('file'))).body, /Carter and Co/)
    const [representative] = await representativeThing.ofCase(db, caseId)
    assert.deepEqual(await foldHistory(db, representativeThing, representative?.id ?? ''), representative)
  })
  test('a request goes in care of the representative, and an answer becomes a fact when a person says so', async () => {
    assert.equal((await caseworker.post(at('requests/new'), { personId: driver.id, questions: ['actions-taken', 'means', 'business-size'], answerBy: '2024-04-02', road: 'post' })).statusCode, 303)
    const [request] = await requestThing.ofCase(db, caseId)
    assert.deepEqual([request?.questions, request?.sentTo], [['actions-taken', 'means'], 'Andrei Popescu, c/o Carter and Co, 2 Law Lane, United Kingdom'])
    const page = at(`requests/${request?.id}`)
    const pdf = await caseworker.get(`${page}/letter.pdf`)
    assert.equal(createHash('sha256').update(pdf.rawPayload).digest('hex'), request?.letter.sha256)
    assert.deepEqual(await foldHistory(db, requestThing, request?.id ?? ''), request)
    assert.equal((await caseworker.post(`${page}/answers/new`, { from: 'Carter and Co', receivedOn: '2024-03-05', 'says-means': 'He earns little', 'shows-means': 'little' })).statusCode, 422)
    assert.equal((await caseworker.post(`${page}/answers/new`, { from: 'Carter and Co', receivedOn: '2024-03-05', 'says-means': 'He earns little', 'shows-means': '36' })).statusCode, 303)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /Answers to be judged: 1/)
    assert.match((await caseworker.get(`${page}/judge`)).body, /Assessed means: £36 \(recorded now: not asked for\)/)
    const [answered] = await requestThing.ofCase(db, caseId)
    assert.equal((await senior.post(`${page}/judge`, { answerId: answered?.answers[0]?.id ?? '', answer: 'accept', reasons: 'His payslips say so' })).statusCode, 303)
    assert.partialDeepStrictEqual((await personsOfCase(db, caseId)).find(({ id }) => id === driver.id), { facts: { means: { amountPence: 3600, reasons: 'His payslips say so' } } })
    assert.match((await caseworker.get(page)).body, /Taken as a fact/)
  })
  test('a note stays readable when it is struck through', async () => {
    assert.equal((await caseworker.post(at('notes/new'), { category: 'telephone', personId: '', text: 'He called about his form' })).statusCode, 303)
    const [note] = (await fileOfCase(db, caseId)).notes
    assert.equal((await caseworker.post(at(`notes/${note?.id}/strike`), { reasons: 'It was another man' })).statusCode, 303)
    assert.match((await caseworker.get(at('file'))).body, /<s>He called about his form<\/s>/)
  })
  test('a link shows in both cases', async () => {
    const reference = (await readCase(db, otherId))?.reference ?? ''
    const form = { otherReference: reference, kind: 'same-vehicle', reasons: 'The same lorry a week later' }
    assert.equal((await caseworker.post(at('links/new'), { ...form, otherReference: 'JX-1999-000001' })).statusCode, 409)
    assert.equal((await caseworker.post(at('links/new'), form)).statusCode, 303)
    assert.equal((await caseworker.post(`/cases/${otherId}/links/new`, { ...form, otherReference: (await readCase(db, caseId))?.reference ?? '' })).statusCode, 409)
    assert.match((await caseworker.get(`/cases/${otherId}/file`)).body, /The same lorry a week later/)
  })
  test('everything that was done stands on the timeline of the case', async () => {
    const { body } = await caseworker.get(`/cases/${caseId}`)
    for (const line of ['Evidence added: Driver’s checklist', 'Flag raised: Vulnerable person: Example Haulage SRL', 'Redacted twin made', 'Information asked for', 'Answer taken as a fact', 'Note struck through', 'Linked to another case']) assert.match(body, new RegExp(line), line)
  })
  test('none of it is for those who may only read', async () => {
    for (const end of ['flags/new', 'evidence/new', 'requests/new', 'representatives/new', 'notes/new', 'links/new', 'duplicate', 'no-action']) assert.equal(await statusOf(finance, at(end)), 403, end)
    assert.equal(await statusOf(finance, at('file')), 200)
    assert.equal(await statusOf(caseworker, `/cases/${otherId}/no-action`), 403)
  })
})

describe('whoever proposes', () => {
  test('is told of those who may still be heard, and may go on', async () => {
    const asked = (await personsOfCase(db, otherId)).find(({ capacity }) => capacity === 'driver')
    assert.equal((await caseworker.post(`/cases/${otherId}/requests/new`, { personId: asked?.id ?? '', questions: ['what-happened'], answerBy: '2024-04-02', road: 'post' })).statusCode, 303)
    assert.match((await caseworker.get(`/cases/${otherId}/assessment`)).body, /Not heard yet\.[\s\S]*An answer to our request is awaited/)
  })
})

describe('the timeline of the case', () => {
  const told = async (query: string) => (await caseworker.get(`/cases/${caseId}?${query}`)).body
  test('is narrowed to one part of it by its address', async () => {
    const [file, decisions] = [await told('timeline=file'), await told('timeline=decisions')]
    assert.match(file, /Evidence added: Passenger list/)
    assert.doesNotMatch(file, /Penalty of £6,000 decided/)
    assert.match(decisions, /Penalty of £6,000 decided/)
    assert.doesNotMatch(decisions, /Evidence added/)
  })
  test('is narrowed to what is about one person', async () => {
    assert.match(await told(`timeline=acts&of=${driver.id}`), /Evidence added: Passenger list/)
    assert.doesNotMatch(await told(`timeline=acts&of=${owner.id}`), /Evidence added/)
  })
})

describe('ending a case early on the screen', () => {
  test('the wrong party leaves, and nothing is done about the rest', async () => {
    const sold = (await personsOfCase(db, otherId)).find(({ capacity }) => capacity === 'owner')
    assert.equal((await caseworker.post(`/cases/${otherId}/persons/${sold?.id}/wrong-party`, { because: 'sold-before', reasons: 'The register says so' })).statusCode, 303)
    assert.match((await caseworker.get(`/cases/${otherId}`)).body, /Wrong party: sold before the incident: Example Haulage SRL/)
    assert.equal((await senior.post(`/cases/${otherId}/no-action`, { because: 'no-breach', reasons: 'Every check is on paper' })).statusCode, 303)
    assert.match((await senior.get(`/cases/${otherId}`)).body, /No action was taken/)
  })
})

describe('a picture covered on the screen', () => {
  test('is shown with what would be covered, and its twin has no pixel of it', async () => {
    assert.equal((await caseworker.post(at('evidence/new'), withFile({ ...checklist, title: 'The cab', kind: 'photograph', transcript: '' }, aPhoto(200)))).statusCode, 303)
    const { id } = await itemNamed('The cab')
    assert.match((await caseworker.get(`${at(`evidence/${id}/cover`)}?areas=${encodeURIComponent('0 0 50 50\n60 60 20 20')}`)).body, /<rect class="cover__area" x="60" y="60" width="20" height="20"/)
    const form = { areas: '0 0 50 50', covers: 'a face', reasons: 'A passer-by' }
    for (const areas of ['', '0 0 50', '60 0 50 10', 'left']) assert.equal((await caseworker.post(at(`evidence/${id}/cover`), { ...form, areas })).statusCode, 422)
    assert.equal((await caseworker.post(at(`evidence/${id}/cover`), form)).statusCode, 303)
    const { outward, twins } = await itemNamed('The cab')
    assert.equal(outward.bytes?.sha256, twins[0]?.sha256)
    assert.deepEqual(twins[0]?.areas, [{ left: 0, top: 0, width: 50, height: 50 }])
  })
  test('can be dragged over where there is JavaScript', async () => {
    const { page, context } = await aWindow(address, caseworker, { width: 1440, theme: 'light' })
    await page.goto(at(`evidence/${(await itemNamed('The cab')).id}/cover`))
    const box = (await page.locator('[data-cover]').boundingBox()) ?? assert.fail()
    await page.mouse.move(box.x + 1, box.y + 1)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.up()
    assert.equal(areasIn(await page.locator('#areas').inputValue())?.length, 1)
    await context.close()
  })
})

describe('the screens of the file', () => {
  const pages = async (): Promise<readonly (readonly [string, string])[]> => {
    const [request] = await requestThing.ofCase(db, caseId)
    const [first, , second] = await evidenceOf(db, caseId)
    const third = await anOpenCase(db)
    await rememberReason(db, { officerId: 'test-senior-officer', caseId: third, reason: 'Looking', at: site.clock.now() })
    return [
      ['case', `/cases/${caseId}`], ['file', at('file')], ['flag', at('flags/new')], ['evidence-new', at('evidence/new')], ['evidence', at(`evidence/${first?.id}`)],
      ['compare', `${at('evidence/compare')}?one=${first?.id}&other=${second?.id}`], ['redaction', at(`evidence/${first?.id}/redaction`)],
      ['cover', `${at(`evidence/${first?.id}/cover`)}?areas=20+20+30+30`], ['showing', at(`evidence/${first?.id}/showing`)], ['codes', at('codes')],
      ['representative', at('representatives/new')], ['request-new', at('requests/new')], ['request', at(`requests/${request?.id}`)], ['answers', at(`requests/${request?.id}/answers/new`)], ['request-letter', at(`requests/${request?.id}/letter`)],
      ['note', at('notes/new')], ['link', at('links/new')], ['duplicate', `/cases/${third}/duplicate`], ['no-action', `/cases/${third}/no-action`],
    ]
  }
  for (const [width, theme] of [[1440, 'light'], [390, 'dark']] as const) {
    test(`at ${width} pixels, ${theme}, give axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, senior, { width, theme })
      for (const [name, path] of await pages()) {
        await page.goto(path)
        await picture(page, `file-${name}-${width}`)
        await findsNothing(page)
      }
      await context.close()
    })
  }
})

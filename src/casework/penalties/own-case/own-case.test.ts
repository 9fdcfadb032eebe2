import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { foldHistory } from '#platform/events'
import { clamd } from '#platform/virus-scan'
import { aPhoto } from '#test/a-photo'
import { anOpenCase } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aClamd, eicar } from '#test/clamd-stub'
import { readPdf } from '#test/read-pdf'
import { aSite } from '#test/site'
import { eventsOf } from '#test/penalties'
import { day, instant } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { evidenceOf, evidenceThing, readEvidenceBytes } from '../evidence/evidence.store.ts'
import { evidenceBefore } from '../evidence/opened.store.ts'
import { scanEvidence } from '../evidence/scan-evidence.job.ts'
import { readDocument } from '../notice/document.store.ts'
import { requestThing } from '../information-request/request.store.ts'
import { letterLanguageFor, letterLanguages, ownNames } from '../person/language.ts'
import { personsOfCase } from '../person/person.store.ts'
import { codeAsTyped, codeBytes, codeOf } from '../person-link/code.ts'
import { personLinkThing } from '../person-link/person-link.store.ts'
import { returnOfDispatch } from '../returned-mail/returned-letter.store.ts'
import { sendAgain, traceAddressOf } from '../returned-mail/serve-again.store.ts'
import { dispatchesOfDocument, dispatchThing } from '../service/dispatch.store.ts'
import { ownCase, penalties } from '../wire.ts'

const { db, ...site } = await aSite({ wirings: [penalties, ownCase], site: 'centre', now: '2024-02-05T10:00:00Z' })
const address = await site.listen()
const caseId = await anOpenCase(db)
const [caseworker, somebody] = [site.signedInAs('caseworker'), site.visitor]
const saysWhy = () => rememberReason(db, { officerId: 'test-caseworker', caseId, reason: 'Working on it', at: site.clock.now() })
await saysWhy()
const driver = (await personsOfCase(db, caseId)).find(({ capacity }) => capacity === 'driver') ?? assert.fail()
const at = (end: string) => `/cases/${caseId}/${end}`
const itemNamed = async (title: string) => (await evidenceOf(db, caseId)).find((item) => item.title === title) ?? assert.fail(`no ${title}`)
function aPaper(title: string, bytes: Buffer): FormData {
  const form = new FormData()
  form.append('title', title)
  form.append('file', new Blob([new Uint8Array(bytes)]), 'IMG_1.png')
  return form
}
const theRequest = async () => (await requestThing.ofCase(db, caseId))[0] ?? assert.fail('nothing is asked')

/** The code as the letter prints it: nowhere else is it to be had. */
async function codeOnPaper(): Promise<string> {
  const letter = (await readDocument(db, (await theRequest()).id)) ?? assert.fail('no letter is kept')
  const text = readPdf(letter.pdf).pages.join(' ')
  return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? assert.fail('no code is printed')
}

assert.equal((await caseworker.post(at('requests/new'), { personId: driver.id, questions: ['what-happened', 'actions-taken', 'means', 'papers'], answerBy: '2024-03-04' })).statusCode, 303)
const code = await codeOnPaper()
const own = (end = '') => `/answer/${code}${end}`

describe('a code', () => {
  test('is read as it was meant, however it is typed', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }), (bytes) => {
      const code = codeOf(bytes)
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('0', 'o').replaceAll('1', 'l')]) assert.equal(codeAsTyped(typed), code)
    }))
    assert.deepEqual([codeAsTyped('1234'), codeAsTyped('U'.repeat(16)), codeAsTyped('')], [undefined, undefined, undefined])
  })
})

describe('the letter that asks', () => {
  test('goes the way of every letter, though it is about no penalty', async () => {
    const { id } = await theRequest()
    const dispatches = await dispatchesOfDocument(db, id)
    assert.partialDeepStrictEqual(dispatches, [{ purpose: 'information-request', penaltyId: null, personId: driver.id, channel: 'post', stage: 'planned' }])
    const dispatchId = dispatches[0]?.id ?? ''
    assert.match((await caseworker.get(`/dispatches/${dispatchId}`)).body, new RegExp(`/cases/${caseId}/requests/${id}/letter`))
    assert.match((await caseworker.get('/letters')).body, /Request for information/)
    assert.match((await caseworker.get(at(`requests/${id}`))).body, new RegExp(`/dispatches/${dispatchId}`))
    assert.deepEqual(await foldHistory(db, dispatchThing, dispatchId), dispatches[0])
  })
  test('that came back is traced, and goes again with another code', async () => {
    const [dispatch] = await dispatchesOfDocument(db, (await theRequest()).id)
    const path = `/dispatches/${dispatch?.id}`
    assert.equal((await caseworker.post(`${path}/sent`, { on: '2024-02-05', sentEvidence: 'Batch 1' })).statusCode, 303)
    assert.equal((await caseworker.post(`${path}/outcome`, { code: 'moved', heardOn: '2024-02-05', outcomeEvidence: 'The envelope' })).statusCode, 303)
    const back = (await returnOfDispatch(db, dispatch?.id ?? '')) ?? assert.fail('nothing came back')
    assert.match((await caseworker.get(`/returned-mail/${back.id}`)).body, /Came back: request for information/)
    assert.match((await caseworker.get(`/cases/${caseId}`)).body, /A letter came back, trace the reader: Andrei Popescu/)
    const by = { officerId: 'test-caseworker', name: 'Test', role: 'caseworker', site: 'centre', at: site.clock.now(), reason: 'x' } as const
    eventsOf(await traceAddressOf(db, back.id, { lines: ['2 New Street'], country: 'Romania', source: 'His employer', asOf: day('2024-02-05') }, by))
    eventsOf(await sendAgain(db, { returnedId: back.id, reasons: 'Found', demonstration: true, by }))
    const settled = await returnOfDispatch(db, dispatch?.id ?? '')
    const again = await readDocument(db, settled?.settled?.documentId ?? '')
    const codes = [...readPdf(again?.pdf ?? assert.fail()).pages.join(' ').matchAll(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/g)].map(([found]) => found)
    assert.ok(codes.length > 0 && !codes.includes(code))
    assert.equal((await somebody.get(`/answer/${codes[0]}`)).statusCode, 200)
  })
})

describe('the letter’s code', () => {
  test('opens the case of its person, in the language of their letters', async () => {
    const entered = await somebody.post('/answer', { code: code.toLowerCase().replaceAll('-', ' ') })
    assert.equal(entered.headers.location, own())
    const { body, headers } = await somebody.get(own())
    assert.ok(body.includes(`<div lang="${letterLanguageFor(driver.identity.noticeLanguage)}"`))
    assert.match(body, /4 March 2024/)
    assert.equal(headers['cache-control'], 'no-store')
  })
  test('is in no field and on no page of the office', async () => {
    const { letter, id } = await theRequest()
    assert.ok(!JSON.stringify(letter).includes(code))
    assert.ok(!(await caseworker.get(at(`requests/${id}/letter`))).body.includes(code))
    assert.ok(!JSON.stringify(await personLinkThing.ofCase(db, caseId)).includes(code))
  })
  test('that is not ours opens nothing', async () => {
    assert.equal((await somebody.post('/answer', { code: '0000-0000-0000-0000' })).statusCode, 409)
    assert.equal((await somebody.get('/answer/0000-0000-0000-0000')).statusCode, 404)
    assert.equal((await somebody.post('/answer', { code: 'no code' })).statusCode, 422)
  })
  test('shows the same pages in each of the eleven languages', async () => {
    for (const language of letterLanguages) {
      assert.equal((await somebody.post(own('/language'), { language })).headers.location, own())
      const { body } = await somebody.get(own())
      assert.ok(body.includes(`<div lang="${language}"`) && body.includes(ownNames[language]), language)
    }
    await somebody.post(own('/language'), { language: 'en' })
  })
})

describe('answers at the public door', () => {
  test('are saved and read by nobody until they are sent', async () => {
    assert.equal((await somebody.post(own('/questions/actions-taken'), { says: 'I looked at every stop', shows: 'yes' })).headers.location, own('/questions/means'))
    assert.equal((await somebody.post(own('/questions/means'), { says: '', shows: 'a lot' })).statusCode, 409)
    assert.equal((await somebody.post(own('/questions/means'), { says: 'I have two children', shows: '36' })).statusCode, 303)
    assert.match((await somebody.get(own('/questions/actions-taken'))).body, /I looked at every stop/)
    assert.equal((await theRequest()).answers.length, 0)
    assert.equal((await somebody.get(own('/questions/duress'))).statusCode, 404)
  })
  test('are sent for somebody only on an authority that we hold', async () => {
    assert.match((await somebody.post(own('/check'), { as: 'representative', name: 'Ana Ionescu' })).body, /We hold no authority/)
    assert.equal((await theRequest()).answers.length, 0)
  })
  test('are claims that a person judges, with who declared them and a receipt', async () => {
    assert.equal((await somebody.post(own('/check'), { as: 'self', name: 'Andrei Popescu' })).headers.location, own('/receipt'))
    const request = await theRequest()
    assert.partialDeepStrictEqual(request.answers, [
      { question: 'actions-taken', from: 'Andrei Popescu', came: 'online', proposes: { fact: 'complied', found: true }, judged: null, isLate: false, declared: { as: 'self', language: 'en' } },
      { question: 'means', proposes: { fact: 'means', amountPence: 3600 }, judged: null },
    ])
    assert.deepEqual(await foldHistory(db, requestThing, request.id), request)
    const receipt = (await somebody.get(own('/receipt'))).body
    for (const said of [request.answers[0]?.declared?.receipt ?? 'no receipt', '5 February 2024 at 10:00, London time', 'Yes. I looked at every stop', '£36. I have two children']) assert.ok(receipt.includes(said), said)
    assert.match((await caseworker.get(at(`requests/${request.id}`))).body, /sent online in the English pages for themselves/)
    assert.match((await somebody.get(own('/check'))).body, /Nothing is saved yet/)
  })
  test('that come late are taken all the same, and the page says that the day has passed', async () => {
    site.clock.set(instant('2024-03-05T10:00:00Z'))
    await saysWhy()
    assert.match((await somebody.get(own())).body, /That day has passed/)
    await somebody.post(own('/questions/what-happened'), { says: 'I remember the roof', shows: '' })
    assert.equal((await somebody.post(own('/check'), { as: 'self', name: 'Andrei Popescu' })).statusCode, 303)
    assert.equal((await theRequest()).answers.at(-1)?.isLate, true)
  })
})

describe('papers sent at the public door', () => {
  test('are evidence at once, and leave the office only once somebody has looked', async () => {
    assert.equal((await somebody.post(own('/papers'), aPaper('My checklist', aPhoto(60)))).statusCode, 303)
    const [item] = await evidenceOf(db, caseId)
    assert.partialDeepStrictEqual(item, { title: 'My checklist', personId: driver.id, disclosure: 'redacted-only', provenance: { road: 'online' }, outward: { bytes: null } })
    assert.match((await somebody.get(own('/papers'))).body, /My checklist/)
  })
})

describe('evidence that we show', () => {
  const shownItem = async () => (await evidenceOf(db, caseId))[0] ?? assert.fail()
  test('is nothing of which nothing may leave', async () => {
    const { id } = await shownItem()
    assert.match((await caseworker.post(at(`evidence/${id}/showing`), { to: driver.id, reasons: 'They sent it' })).body, /Nothing of it may leave yet/)
    assert.equal((await somebody.get(own(`/evidence/${id}`))).statusCode, 404)
    assert.equal((await somebody.get(own(`/evidence/${id}/file`))).statusCode, 404)
  })
  test('is what leaves of it, to the persons named and to no others', async () => {
    const { id } = await shownItem()
    await caseworker.post(at(`evidence/${id}/disclosure`), { disclosure: 'as-it-is', reasons: 'It names nobody else' })
    assert.equal((await somebody.get(own(`/evidence/${id}/file`))).statusCode, 404)
    assert.equal((await caseworker.post(at(`evidence/${id}/showing`), { to: driver.id, reasons: 'They sent it' })).statusCode, 303)
    assert.deepEqual((await somebody.get(own(`/evidence/${id}/file`))).rawPayload, aPhoto(60))
  })
  test('is commented on item by item, and the comment stands beside it', async () => {
    const { id } = await shownItem()
    assert.equal((await somebody.post(own(`/evidence/${id}`), { says: 'The seal is the right one' })).statusCode, 303)
    assert.match((await somebody.get(own(`/evidence/${id}`))).body, /The seal is the right one/)
    assert.deepEqual(await foldHistory(db, evidenceThing, id), await evidenceThing.read(db, id))
  })
  test('counts as seen by the decider once the comment was on the screen too', async () => {
    const { id } = await shownItem()
    const unopened = async () => (await evidenceBefore(db, caseId, 'test-caseworker')).unopened.map(({ title }) => title)
    assert.deepEqual(await unopened(), ['My checklist', 'My checklist, comment of Andrei Popescu'])
    assert.match((await caseworker.get(at(`evidence/${id}`))).body, /The seal is the right one/)
    assert.deepEqual(await unopened(), [])
  })
  test('is withheld again at once when it may leave no more', async () => {
    const { id } = await shownItem()
    await caseworker.post(at(`evidence/${id}/disclosure`), { disclosure: 'redacted-only', reasons: 'It names another driver' })
    assert.equal((await somebody.get(own(`/evidence/${id}/file`))).statusCode, 404)
    await caseworker.post(at(`evidence/${id}/disclosure`), { disclosure: 'as-it-is', reasons: 'It does not' })
  })
})

describe('a virus scanner', async () => {
  const stub = await aClamd()
  const scan = () => scanEvidence({ db, clock: site.clock, scanner: clamd(stub.address) })
  const words = async (id: string) => (await caseworker.get(at(`evidence/${id}`))).body
  test('that nobody has set up leaves files unscanned, and their page says so', async () => {
    const { id } = await itemNamed('My checklist')
    assert.match(await words(id), /No virus scanner has looked at it/)
    assert.match(String((await caseworker.get(at(`evidence/${id}/original`))).headers['content-disposition']), /^attachment/)
  })
  test('lets what is clean be opened, and puts what is infected where nobody is served it', async () => {
    assert.equal((await somebody.post(own('/papers'), aPaper('Infected', eicar))).statusCode, 303)
    await scan()
    const [clean, infected] = [await itemNamed('My checklist'), await itemNamed('Infected')]
    assert.match(await words(clean.id), /Scanned, nothing found/)
    assert.match(String((await caseworker.get(at(`evidence/${clean.id}/original`))).headers['content-disposition']), /^inline/)
    assert.match(await words(infected.id), /Kept apart:[\s\S]*Eicar-Test-Signature/)
    assert.equal((await caseworker.get(at(`evidence/${infected.id}/original`))).statusCode, 404)
    assert.deepEqual([await readEvidenceBytes(db, infected.file.sha256), infected.outward.bytes], [undefined, null])
    assert.deepEqual(await foldHistory(db, evidenceThing, infected.id), await evidenceThing.read(db, infected.id))
  })
  test('looks again when its definitions change, and only then', async () => {
    const before = stub.seen.length
    await scan()
    assert.equal(stub.seen.length, before)
    stub.behave({ definitions: 'ClamAV 1.4.3/27801', knows: false })
    await scan()
    const { id, file } = await itemNamed('Infected')
    assert.deepEqual(await readEvidenceBytes(db, file.sha256), eicar)
    assert.match(await words(id), /Scanned, nothing found/)
  })
  test('that cannot look does not say clean, and is asked again after an hour', async () => {
    stub.behave({ definitions: 'ClamAV 1.4.3/27802', streamMaxBytes: 1 })
    await scan()
    assert.match(await words((await itemNamed('My checklist')).id), /Could not be scanned/)
    const before = stub.seen.length
    stub.behave({ streamMaxBytes: 1024 * 1024 })
    await scan()
    assert.equal(stub.seen.length, before)
    site.clock.set(instant('2024-03-05T11:00:01Z'))
    await scan()
    assert.match(await words((await itemNamed('My checklist')).id), /Scanned, nothing found/)
  })
})

describe('a person’s own pages', () => {
  test('read well on a telephone, by day and by night', async () => {
    const { id } = (await evidenceOf(db, caseId))[0] ?? assert.fail()
    await somebody.post(own('/language'), { language: 'bg' })
    const { page, context } = await aWindow(address, somebody, { width: 390, theme: 'auto', language: 'en' })
    const ends = ['', '/questions/actions-taken', '/questions/means', '/papers', '/check', '/receipt', '/evidence', `/evidence/${id}`]
    for (const path of ['/answer', ...ends.map(own)]) {
      await page.goto(path)
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= 390, `nothing sticks out at ${path}`)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await picture(page, `own${path.replace(code, '').replaceAll('/', '_').slice(0, 26)}-${colorScheme}`)
        await findsNothing(page)
      }
    }
    await context.close()
  })
})

describe('a code that is given out by hand', () => {
  test('is shown once, and opens nothing once it has ended', async () => {
    const made = await caseworker.post(at('codes'), { personId: driver.id, reasons: 'Lost the letter' })
    const given = /code=([0-9A-Z-]{19})/.exec(String(made.headers.location))?.[1] ?? assert.fail('no code is shown')
    assert.ok((await caseworker.get(String(made.headers.location))).body.includes(given))
    assert.equal((await somebody.get(`/answer/${given}`)).statusCode, 200)
    const link = (await personLinkThing.ofCase(db, caseId)).at(-1) ?? assert.fail()
    assert.equal((await caseworker.post(at(`codes/${link.id}/end`), { reasons: 'Given to the wrong person' })).statusCode, 303)
    assert.equal((await somebody.get(`/answer/${given}`)).statusCode, 404)
    assert.match((await caseworker.get(at('file'))).body, /Given to the wrong person/)
  })
})

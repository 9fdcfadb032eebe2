import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { historyOfStream } from '#platform/events'
import { newId } from '#platform/identity'
import { anOpenCase, aProposedCase, byCaseworker, decide, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { anIdentity, caseworker as clerk, eventsOf, personFacts } from '#test/penalties'
import { aSite } from '#test/site'
import { day, plate, pounds } from '#values'
import { readCase } from '../case/case.store.ts'
import { addEvidence, type Adding } from '../evidence/add-evidence.ts'
import { changeEvidenceWithBytes, evidenceThing } from '../evidence/evidence.store.ts'
import { setDisclosure } from '../evidence/redact-evidence.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { writeNote } from '../note/note.ts'
import { noteThing } from '../note/note.store.ts'
import { sha256 } from '../notice/document.store.ts'
import { addPersonTo } from '../person/person-acts.store.ts'
import { penalties } from '../wire.ts'
import { searchCases } from './search-cases.store.ts'
import { searchTerms } from './search-terms.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
const address = await site.listen()
const { officer } = site.signedInAs('caseworker')
const seen = async (typed: string): Promise<readonly string[]> => (await searchCases(db, officer, typed)).map(({ id }) => id)

/** A case with one hirer of that name on it. */
async function aCaseOf(name: string, registration: string, registeredNumber: string | null = null): Promise<string> {
  const caseId = await anOpenCase(db, { tractor: { registration: plate(registration), country: null } })
  const personId = newId()
  eventsOf(await addPersonTo(db, caseId, { personId, partyId: personId, capacity: 'hirer', identity: anIdentity({ name, registeredNumber }), facts: personFacts() }, byCaseworker))
  return caseId
}

describe('a name', () => {
  const spellings = [
    ['Юрий Чернов', 'Yuriy Chernov'], ['Юрий Чернов', 'Iurii Černov'], ['Хачатрян', 'Khachatryan'], ['Щербак', 'Shcherbak'], ['Цветков', 'Tsvetkov'], ['Цветков', 'Cvetkov'],
    ['Володимир', 'Volodymyr'], ['Παπαδόπουλος', 'Papadopoulos'], ['Χρήστος', 'Christos'], ['Αλέξανδρος', 'Alexandros'], ['Łukasz Wójcik', 'lukasz wojcik'],
    ['Ștefănescu', 'Stefanescu'], ['Țurcanu', 'TURCANU'], ['Çelik', 'Celik'], ['Şahin', 'Sahin'], ['Yıldırım', 'Yildirim'], ['Müller', 'Mueller'], ['Ковачевић', 'Kovačević'], ['Ковачевић', 'Kovacevic'],
    ['Попеску', 'Popescu'], ['Жуков', 'Zhukov'], ['Straße', 'Strasse'], ['Kühn', 'KUHN'],
  ] as const
  for (const [one, other] of spellings) {
    test(`${one} and ${other} have the same key`, async () => {
      const { rows: [row] } = await sql<{ one: string; other: string }>`select penalties.name_key(${one}) as one, penalties.name_key(${other}) as other`.execute(db)
      assert.equal(row?.one, row?.other)
    })
  }
  test('of another person has another key', async () => {
    const { rows: [row] } = await sql<{ same: boolean }>`select penalties.name_key('Andrei Popescu') = penalties.name_key('Andreea Popa') as same`.execute(db)
    assert.equal(row?.same, false)
  })
})

describe('what was typed', () => {
  test('is a reference in each way people write one, a plate when it could be one, and else words', () => {
    assert.deepEqual(['JX-2024-000123', 'jx 2024 123', '2024-000123', 'JX-2024-000123-D1'].map((typed) => searchTerms(typed).reference), Array.from({ length: 4 }, () => 'JX-2024-000123'))
    assert.partialDeepStrictEqual(searchTerms('123'), { number: '000123', reference: undefined })
    assert.equal(searchTerms('b-123 xyz').plate, 'B123XYZ')
    assert.equal(searchTerms('Popescu').plate, undefined)
  })
  test('has no signs with a meaning of their own', async () => {
    for (const typed of ['%', '%%%', "'; drop table penalties.case; --", '(((', 'a & | !', '\\', '_____', 'x'.repeat(200)]) assert.deepEqual(await seen(typed), [], typed)
  })
})

describe('the search of casework', async () => {
  const cyrillic = await aCaseOf('Сергей Кузнецов', 'AB 12 CDE')
  const polish = await aCaseOf('Grzegorz Brzęczyszczykiewicz', 'WGM 4471K', 'KRS 0000123456')
  const decided = await aProposedCase(db)
  await decide(db, await penaltyFor(db, decided, 'driver'), pounds(6000))
  const finance = site.signedInAs('finance')

  test('finds a name in another script, in any order of its words, by a part of it, and misspelt', async () => {
    assert.deepEqual(await seen('Kuznetsov Sergey'), [cyrillic])
    assert.deepEqual(await seen('brzeczyszcz'), [polish])
    assert.deepEqual(await seen('Brzenczyszczykiewic'), [polish])
  })
  test('finds a plate by a part, a registered number, a reference and its last digits', async () => {
    const reference = (await readCase(db, polish))?.reference ?? ''
    assert.deepEqual(await seen('wgm4471'), [polish])
    assert.deepEqual(await seen('krs0000123456'), [polish])
    assert.deepEqual(await seen(reference), [polish])
    assert.ok((await seen(String(Number(reference.slice(-6))))).includes(polish))
  })
  test('finds the words somebody wrote', async () => assert.deepEqual(await seen('figure fits the facts'), [decided]))
  test('finds what lies in the file: a note, evidence as it was typed out or as a text file, an answer, whoever speaks for a person', async () => {
    const [caseId, at] = [decided, byCaseworker.at]
    const place = async (typed: string) => (await searchCases(db, officer, typed)).map(({ id, by }) => [id, ...by])
    await changeInFile(db, noteThing, { id: newId(), caseId, by: byCaseworker }, (_none, { found }) =>
      writeNote(found, { noteId: newId(), category: 'telephone', personId: null, text: 'Rang about the tachograph', writtenBy: clerk, writtenAt: at }))
    const bytes = Buffer.from('The padlock was bought in Ghent')
    const adding: Adding = {
      evidenceId: newId(), title: 'Statement', kind: 'statement', personId: null, transcript: 'Checked at Jabbeke', versionOf: null, disclosure: 'as-it-is', addedBy: clerk, addedAt: at,
      file: { sha256: sha256(bytes), contentType: 'text/plain', sizeBytes: bytes.length },
      provenance: { suppliedBy: 'Haulage office', road: 'post', receivedOn: day('2024-01-12'), seenAtScene: 'not-seen', note: '' },
    }
    eventsOf(await changeEvidenceWithBytes(db, { kept: adding.file, bytes, id: adding.evidenceId, caseId, by: byCaseworker }, (_none, { found, others }) => addEvidence(found, others, adding, day('2024-01-12'))))
    assert.deepEqual(await place('tachograph'), [[caseId, 'note']])
    assert.deepEqual(await place('jabbeke'), [[caseId, 'evidence']])
    assert.deepEqual(await place('padlock Ghent'), [[caseId, 'evidence']])
    eventsOf(await changeInFile(db, evidenceThing, { id: adding.evidenceId, caseId, by: byCaseworker }, (item) => setDisclosure(item, 'redacted-only', 'It names a child')))
    assert.deepEqual(await place('jabbeke'), [[caseId, 'evidence']])
    assert.deepEqual([await searchCases(db, finance.officer, 'jabbeke'), await searchCases(db, finance.officer, 'padlock')], [[], []])
  })
  test('finds nothing that its reader may not see', async () => {
    assert.deepEqual(await searchCases(db, finance.officer, 'Kuznetsov'), [])
    assert.deepEqual((await searchCases(db, finance.officer, 'Popescu')).map(({ id }) => id), [decided])
    assert.deepEqual(await searchCases(db, site.signedInAs('analyst').officer, 'Popescu'), [])
    assert.equal((await site.signedInAs('analyst').get('/cases/search')).statusCode, 403)
  })
  test('says why, and is in the log with what it found before anything is shown', async () => {
    const caseworker = site.signedInAs('caseworker')
    assert.equal((await caseworker.post('/cases/search', { q: 'Kuznetsov', reason: 'other', other: '' })).statusCode, 422)
    assert.equal((await caseworker.post('/cases/search', { q: 'K', reason: 'own-work' })).statusCode, 422)
    const { statusCode, body } = await caseworker.post('/cases/search', { q: 'Kuznetsov', reason: 'asked-by-person' })
    assert.equal(statusCode, 200)
    assert.match(body, /Сергей Кузнецов, hirer/)
    const looks = await historyOfStream(db, 'look:search:cases')
    const reference = (await readCase(db, cyrillic))?.reference
    assert.deepEqual(looks.map(({ by, body: look }) => [by.reason, (look as { what?: string } | undefined)?.what]), [['The person or their representative asked', `search for “Kuznetsov”: ${reference}`]])
  })
  for (const width of [1440, 390]) {
    test(`at ${width} pixels gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, site.signedInAs('caseworker'), { width })
      await page.goto('/cases/search')
      await page.fill('#q', 'Кузнецов')
      await page.click('button:has-text("Search")')
      await picture(page, `search-${width}`)
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'nothing sticks out at the side')
      await findsNothing(page)
      await context.close()
    })
  }
})

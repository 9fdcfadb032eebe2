import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { printBundle } from '#platform/documents'
import { newId } from '#platform/identity'
import { aFoundLorry } from '#test/a-found-lorry'
import { aPhoto } from '#test/a-photo'
import { aProposedCase, bySenior, decide, penaltyFor } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { eventsOf, receiving } from '#test/penalties'
import { readPdf } from '#test/read-pdf'
import { aSite } from '#test/site'
import { day, instant, pounds } from '#values'
import { appealThing, readAppeal } from '../appeal/appeal.store.ts'
import { lodgeAppealOf } from '../appeal/change-appeal.store.ts'
import { readCase } from '../case/case.store.ts'
import { draftNotice } from '../notice/draft-notice.store.ts'
import { issuePenaltyNotice } from '../notice/issue-penalty-notice.store.ts'
import { receiveObjection } from '../objection/receive-objection.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penalties } from '../wire.ts'
import { openAppealFile } from './appeal-file.store.ts'
import { bundleFile, bundlesOfAppeal } from './bundle.store.ts'
import { fingerprintOf } from './make-bundle.store.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2026-04-10T09:00:00Z' })
const { db } = site
const address = await site.listen()
const caseworker = site.signedInAs('caseworker')
const [checklist, hiding] = [aPhoto(40), aPhoto(200)]
const appealId = newId()
let penaltyId = ''
let caseReference = ''

before(async () => {
  const caseId = await aProposedCase(db)
  await aFoundLorry(db, { id: caseId, at: instant('2026-03-10T03:00:00Z'), photographs: [{ of: 'checklist', bytes: checklist }, { of: 'hiding-place', bytes: hiding }] })
  penaltyId = await penaltyFor(db, caseId, 'owner')
  caseReference = (await readCase(db, caseId))?.reference ?? ''
  for (const capacity of ['owner', 'driver'] as const) await decide(db, await penaltyFor(db, caseId, capacity), pounds(12_000))
  const issuing = { penaltyId, issuedOn: day('2024-03-01'), demonstration: true, by: { ...bySenior, at: instant('2024-03-01T10:00:00Z') } }
  const draft = await draftNotice(db, { penaltyId, on: issuing.issuedOn, demonstration: true })
  eventsOf(await issuePenaltyNotice(db, { ...issuing, draftRead: draft?.fingerprint ?? '' }))
  eventsOf(await lodgeAppealOf(db, penaltyId, { appealId, court: 'county-court', courtName: 'County Court at Canterbury', claimNumber: 'K00CT/123', appellant: 'Example Haulage SRL', grounds: 'both', summary: 'Every check was done.', lodgedOn: day('2024-03-28'), servedOn: day('2024-04-09'), today: day('2024-04-10') }, bySenior))
  for (const role of ['caseworker', 'auditor'] as const) await site.signedInAs(role).post(`/cases/${caseId}/reason`, { reason: 'objection' })
})

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

const file = async () => {
  const appeal = await readAppeal(db, appealId)
  assert.ok(appeal)
  return openAppealFile(db, appeal)
}
const asked = async (leaveOut: (title: string) => boolean = () => false, whyRest = '') => {
  const { offered } = await file()
  const include = offered.filter(({ outBecause, title }) => outBecause === null && !leaveOut(title)).map(({ key }) => key)
  return { include, whyRest, indexRead: fingerprintOf({ offered }) }
}
const latest = async () => {
  const [bundle] = await bundlesOfAppeal(db, appealId)
  assert.ok(bundle)
  const kept = await bundleFile(db, bundle.id)
  assert.ok(kept)
  return { bundle, kept }
}

describe('a bundle of evidence', () => {
  test('offers each record of this penalty, and names what no court is given', async () => {
    const { body } = await caseworker.get(`/appeals/${appealId}/bundle`)
    for (const title of ['Record of the find', 'Photograph 1: checklist', 'Assessment with each step', 'Decision to impose', 'Penalty notice', 'Account of the penalty', 'Service of each letter', 'Timeline of notices']) assert.match(body, new RegExp(title))
    assert.match(body, /The file of the other penalty of this case/)
    assert.match(body, /Welfare, needs and referral/)
  })
  test('is looked at as a draft before it is made, and the draft says so', async () => {
    const { include } = await asked()
    const draft = await caseworker.get(`/appeals/${appealId}/bundle/draft.pdf?${new URLSearchParams(include.map((key) => ['include', key]))}`)
    assert.equal(draft.headers['content-type'], 'application/pdf')
    assert.match(readPdf(draft.rawPayload).pages[0] ?? '', /DRAFT/)
    assert.deepEqual(await bundlesOfAppeal(db, appealId), [])
  })
  test('is made in one act; what is left out needs its reason', async () => {
    const withoutAccount = await asked((title) => title.startsWith('Account'))
    const silent = await caseworker.post(`/appeals/${appealId}/bundle`, withoutAccount)
    assert.equal(silent.statusCode, 409)
    assert.match(silent.body, /Say why you leave out/)
    assert.equal((await caseworker.post(`/appeals/${appealId}/bundle`, { ...withoutAccount, whyRest: 'Nothing has been paid.' })).statusCode, 303)
  })
  test('has a page number for every item, its hash, and the reasons for what is not there', async () => {
    const { bundle, kept } = await latest()
    const { pages, objects } = readPdf(kept.pdf)
    assert.equal(pages.length, bundle.pages)
    const all = pages.join('\n')
    for (const { title, sha256, outBecause } of bundle.manifest.filter((line) => line.outBecause === null)) {
      const at = pages.findIndex((page) => page.includes(`. ${title}`))
      assert.ok(at > 1, title)
      assert.ok((pages[at] ?? '').replaceAll('\n', '').includes(sha256), `${title} has its hash`)
      assert.equal(outBecause, null)
    }
    for (const why of ['Nothing has been paid.', 'may show the people', 'own and no part of this appeal']) assert.ok(flat(all).includes(why), why)
    assert.match(objects, /<pdfuaid:part>1<\/pdfuaid:part>/)
    assert.match(objects, /\/S \/Figure/)
  })
  test('holds the checklist answers and the driver’s account of the lane’s record', async () => {
    const text = flat(readPdf((await latest()).kept.pdf).pages.join(' '))
    for (const told of ['Heard knocking after the last stop.', 'Checklist', 'Walked round, torch']) assert.ok(text.includes(told), told)
  })
  test('holds the letter’s own sentences and the hash of the file that was sent, and nothing of other persons or of welfare', async () => {
    const { kept } = await latest()
    const text = flat(readPdf(kept.pdf).pages.join(' '))
    assert.match(text, /the file that was sent/)
    assert.match(text, /What happened/)
    for (const secret of ['safeguarding', 'SG-1', `${caseReference}-D1`]) assert.ok(!text.includes(secret), secret)
  })
  test('set again from what is kept with it comes to the same bytes', async () => {
    const { bundle, kept } = await latest()
    const again = await printBundle(kept.content, new Map([[bundle.manifest[1]?.sha256 ?? '', checklist]]), kept.layout, bundle.madeAt)
    assert.equal(Buffer.compare(again.pdf, kept.pdf), 0)
  })
  test('is kept as it is: the database refuses a change', async () => {
    await assert.rejects(sql`update penalties.bundle set pages = 1`.execute(db), /kept as it is/)
  })
})

describe('when the case moves', () => {
  test('the index that was read no longer makes a bundle, and the one that was made is stale', async () => {
    const before = await asked()
    const { bundle } = await latest()
    assert.match((await caseworker.get(`/bundles/${bundle.id}`)).body, /Up to date/)
    eventsOf(await changePenalty(db, { penaltyId, by: bySenior }, (penalty) => receiveObjection(penalty, receiving('2024-03-29'))))
    assert.equal((await caseworker.post(`/appeals/${appealId}/bundle`, before)).statusCode, 409)
    const { body } = await caseworker.get(`/bundles/${bundle.id}`)
    assert.match(body, /Stale[\s\S]*New: Objection[\s\S]*Changed: Timeline of notices/)
    assert.match((await caseworker.get(`/appeals/${appealId}`)).body, /Stale/)
  })
  test('the next bundle says what changed, and the first stays', async () => {
    assert.equal((await caseworker.post(`/appeals/${appealId}/bundle`, await asked())).statusCode, 303)
    const { bundle, kept } = await latest()
    assert.equal(bundle.number, 2)
    assert.deepEqual(kept.content.changes, ['New: Objection', 'Changed: Timeline of notices, objection and appeal', 'Put in: Account of the penalty'])
    assert.equal((await bundlesOfAppeal(db, appealId)).length, 2)
    assert.deepEqual(await foldHistory(db, appealThing, appealId), await readAppeal(db, appealId))
  })
  test('its file is for those who read the lane’s record, and not for finance', async () => {
    const { bundle } = await latest()
    assert.equal((await site.signedInAs('auditor').get(`/bundles/${bundle.id}/bundle.pdf`)).headers['content-type'], 'application/pdf')
    assert.equal((await site.signedInAs('finance').get(`/bundles/${bundle.id}/bundle.pdf`)).statusCode, 403)
  })
})

describe('its screens', () => {
  for (const [theme, width] of [['light', 1440], ['dark', 390]] as const) {
    test(`axe finds nothing on them, ${theme}, ${width} px`, async () => {
      const { page, context } = await aWindow(address, caseworker, { theme, width })
      for (const path of [`/appeals/${appealId}`, `/appeals/${appealId}/bundle`, `/bundles/${(await latest()).bundle.id}`]) {
        await page.goto(path)
        await findsNothing(page)
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true, path)
        await picture(page, `bundle-${path.split('/').slice(-2).join('-').slice(0, 20)}-${width}`)
      }
      await context.close()
    })
  }
})

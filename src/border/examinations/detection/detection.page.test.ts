import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { foldHistory, historyOf, historyOfStream } from '#platform/events'
import { newId } from '#platform/identity'
import { aPhoto } from '#test/a-photo'
import { typed } from '#test/detection-forms'
import { aSite, type Asker } from '#test/site'
import { examinations } from '../wire.ts'
import { detections, readDetection } from './detection.store.ts'
import { photoHash } from './photo.store.ts'

const calais = await aSite({ wirings: [examinations] })
const lane = calais.signedInAs('lane-officer')

async function aDraft(change: Readonly<Record<string, string>> = {}): Promise<string> {
  const { id = newId() } = change
  const answer = await lane.post('/detections/new', { id, ...typed.alarm, ...change })
  assert.equal(answer.headers.location, `/detections/${id}/vehicle`, answer.body)
  return id
}

async function aRecord(scene: Readonly<Record<string, string>> = {}): Promise<string> {
  const id = await aDraft()
  for (const section of ['vehicle', 'papers'] as const) assert.equal((await lane.post(`/detections/${id}/${section}`, typed[section])).statusCode, 303)
  const answer = await lane.post(`/detections/${id}/scene`, { ...typed.scene, ...scene })
  assert.equal(answer.headers.location, `/detections/${id}/check`, answer.body)
  assert.equal((await lane.post(`/detections/${id}/check`)).headers.location, `/detections/${id}`)
  return id
}

function photoForm(bytes: Buffer, name = 'checklist.png', type = 'image/png'): FormData {
  const form = new FormData()
  form.set('of', 'checklist')
  form.set('photo', new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}

const french = (asker: Asker) => ({ cookie: `${asker.cookie}; language=fr` })

describe('recording a find', () => {
  test('walks from the alarm to the record, and the row is what the history tells', async () => {
    const id = await aRecord()
    assert.deepEqual(await readDetection(calais.db, id), await foldHistory(calais.db, detections, id))
    const recorded = (await historyOf(calais.db, 'detection', id)).find(({ type }) => type === 'detection-recorded')
    assert.partialDeepStrictEqual(recorded?.body, {
      detectionId: id, site: 'calais', transporter: 'goods-vehicle', entrants: 3, tractorPlate: 'AB12CDE', trailerPlate: 'QT123ZZ', country: 'GB',
      reportedByDriver: true, driverFirstSuspectedAt: '2026-03-10T07:15:00.000Z', occurredAt: '2026-03-10T08:40:00.000Z', checklistSeen: 'seen',
      personsAtScene: [{ capacity: 'driver', name: 'Test Driver', company: null }, { capacity: 'owner', name: 'Test Haulage SRL', company: 'Test Haulage SRL' }],
    })
  })
  test('warns when the search already has one, so that people are not counted twice', async () => {
    const searchId = newId()
    const id = await aDraft({ searchId })
    assert.match((await lane.get(`/detections/new?search=${searchId}`)).body, new RegExp(`already has a detection[^]*/detections/${id}/check`))
  })
  test('leads from a refusal to the question that puts it right', async () => {
    const answer = await lane.post('/detections/new', { id: newId(), ...typed.alarm, suspectedTime: '' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /<a href="#suspectedTime">Enter when the driver first suspected/)
    assert.match(answer.body, /id="suspectedTime"/)
  })
  test('asks first who raised the alarm', async () => {
    const { body } = await lane.get('/detections/new')
    assert.ok(body.indexOf('name="alarmRaisedBy"') > 0 && body.indexOf('name="alarmRaisedBy"') < body.indexOf('name="adults"'))
  })
  test('sent twice begins one draft and records one find', async () => {
    const id = await aDraft()
    await aDraft({ id })
    assert.equal((await historyOf(calais.db, 'detection', id)).length, 2)
    const recorded = await aRecord()
    await lane.post(`/detections/${recorded}/check`)
    assert.equal((await historyOf(calais.db, 'detection', recorded)).filter(({ type }) => type === 'detection-recorded').length, 1)
  })
  test('keeps everything typed when an answer is missing', async () => {
    const answer = await lane.post('/detections/new', { id: newId(), ...typed.alarm, alarmRaisedBy: '', foundTime: '25:99' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#alarmRaisedBy">Choose who raised the alarm/)
    assert.match(answer.body, /href="#foundTime">Enter the time they were found/)
    assert.match(answer.body, /value="A16 rest area"/)
    assert.match(answer.body, /value="injury-or-illness" checked/)
  })
  test('keeps everything typed when a rule refuses', async () => {
    const answer = await lane.post('/detections/new', { id: newId(), ...typed.alarm, suspectedTime: '09:55' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /later than the detection/)
    assert.match(answer.body, /value="Search shed 2"/)
  })
  test('comes back to the draft after the telephone died', async () => {
    const id = await aDraft()
    assert.match((await lane.get('/detections')).body, new RegExp(`/detections/${id}/check`))
    const { body } = await lane.get(`/detections/${id}/alarm`)
    assert.match(body, /value="driver" checked/)
    assert.match(body, /value="08:15"/)
  })
  test('is not possible while a step has no answers', async () => {
    const id = await aDraft()
    assert.match((await lane.get(`/detections/${id}/check`)).body, /disabled/)
    assert.equal((await lane.post(`/detections/${id}/check`)).statusCode, 409)
  })
  test('with the hand-over at once needs its time and who received them', async () => {
    const id = await aDraft()
    const answer = await lane.post(`/detections/${id}/scene`, { ...typed.scene, people: 'handed-over', handedAdults: '2', handedChildren: '1', intelligenceReference: 'I-7' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Enter who received them/)
    assert.match(answer.body, /value="I-7"/)
  })
  test('by mistake is put away with a reason', async () => {
    const id = await aDraft()
    assert.equal((await lane.post(`/detections/${id}/discard`, { because: '' })).statusCode, 422)
    assert.equal((await lane.post(`/detections/${id}/discard`, { because: 'opened twice' })).statusCode, 303)
    assert.doesNotMatch((await lane.get('/detections')).body, new RegExp(id))
  })
})

describe('the record', () => {
  test('shows the self-report plainly, the rule about names, and its history, in both languages', async () => {
    const id = await aRecord()
    const { body } = await lane.get(`/detections/${id}`)
    assert.match(body, /The driver raised the alarm\./)
    assert.match(body, /Test Haulage SRL/)
    assert.match(body, /Detection recorded/)
    assert.match((await lane.get(`/detections/${id}`, french(lane))).body, /Le conducteur a donné l’alerte\./)
  })
  test('logs each look with its reason, which is plain at the port of the find', async () => {
    const id = await aRecord()
    await lane.get(`/detections/${id}`)
    const looks = await historyOfStream(calais.db, `look:detection:${id}`)
    assert.equal(looks.at(-1)?.by.reason, 'Recording or handling this detection')
  })
  test('logs the steps of the form too, because a draft already names the driver', async () => {
    const id = await aDraft()
    for (const step of ['papers', 'photos', 'check']) await lane.get(`/detections/${id}/${step}`)
    assert.equal((await historyOfStream(calais.db, `look:detection:${id}`)).length, 3)
  })
  test('asks everybody else why, and logs what they say', async () => {
    const id = await aRecord()
    const auditor = calais.signedInAs('auditor')
    const asked = await auditor.get(`/detections/${id}`)
    assert.match(asked.body, /Why are you opening this record/)
    assert.doesNotMatch(asked.body, /Test Driver/)
    assert.match((await auditor.get(`/detections/${id}?reason=inspection&detail=visit+4`)).body, /Test Driver/)
    assert.equal((await historyOfStream(calais.db, `look:detection:${id}`)).at(-1)?.by.reason, 'Inspection or audit: visit 4')
  })
  test('gives an analyst the facts and nobody’s name or words', async () => {
    const id = await aRecord()
    const { body } = await calais.signedInAs('analyst').get(`/detections/${id}?reason=quality`)
    assert.match(body, /Roof cut/)
    assert.doesNotMatch(body, /Test Driver|Test Haulage|knocking|Ada/)
  })
  test('is corrected only with a reason, and keeps both', async () => {
    const id = await aRecord()
    const change = { ...typed.vehicle, country: 'FR' }
    assert.match((await lane.post(`/detections/${id}/vehicle`, change)).body, /Say why the record is changed/)
    assert.equal((await lane.post(`/detections/${id}/vehicle`, { ...change, because: 'Plate seen by daylight' })).headers.location, `/detections/${id}`)
    assert.match((await lane.get(`/detections/${id}`)).body, /Plate seen by daylight/)
    assert.deepEqual((await historyOf(calais.db, 'detection', id)).map(({ type }) => type).slice(-1), ['detection-corrected'])
  })
})

describe('a photograph', () => {
  test('is kept exactly, with its hash, and sent back as what its bytes are', async () => {
    const id = await aRecord()
    const bytes = aPhoto()
    assert.equal((await lane.post(`/detections/${id}/photos`, photoForm(bytes, 'x.svg', 'image/svg+xml'))).statusCode, 303)
    const answer = await lane.get(`/detections/${id}/photos/${photoHash(bytes)}`)
    assert.deepEqual(answer.rawPayload, bytes)
    assert.equal(answer.headers['content-type'], 'image/png')
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.match(String(answer.headers['content-security-policy']), /sandbox/)
    assert.match((await lane.get(`/detections/${id}`)).body, new RegExp(photoHash(bytes)))
  })
  test('that is no picture is refused, whatever it calls itself', async () => {
    const id = await aRecord()
    const answer = await lane.post(`/detections/${id}/photos`, photoForm(Buffer.from('<svg onload="x"/>'), 'x.png'))
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /Choose a JPEG or PNG picture/)
  })
  test('left out is asked for', async () => {
    const form = new FormData()
    form.set('of', 'checklist')
    assert.match((await lane.post(`/detections/${await aRecord()}/photos`, form)).body, /Choose or take a photograph/)
  })
  test('is for those who may read the record, who say why', async () => {
    const id = await aRecord()
    const bytes = aPhoto(7)
    await lane.post(`/detections/${id}/photos`, photoForm(bytes))
    const address = `/detections/${id}/photos/${photoHash(bytes)}`
    assert.equal((await calais.signedInAs('analyst').get(address)).statusCode, 403)
    assert.equal((await calais.signedInAs('lane-officer', { port: 'dunkerque' }).get(address)).statusCode, 403)
    assert.equal((await calais.visitor.get(address)).statusCode, 303)
    const auditor = calais.signedInAs('auditor')
    assert.equal((await auditor.get(address)).headers.location, `/detections/${id}`)
    assert.equal((await auditor.get(`${address}?reason=inspection`)).statusCode, 200)
  })
})

describe('a hand-over', () => {
  const given = { adults: '2', children: '1', handedOn: '2026-03-10', handedTime: '09:55', receivingOfficer: 'PAF 4711' }
  const duty = calais.signedInAs('duty-officer-fr')

  test('stays without receipt until the French side acknowledges it', async () => {
    const id = await aRecord()
    const handOverId = newId()
    assert.equal((await lane.post(`/detections/${id}/hand-over`, { handOverId, ...given })).headers.location, `/hand-overs/${id}/${handOverId}`)
    assert.match((await lane.get('/hand-overs')).body, /No receipt/)
    const note = await duty.get(`/hand-overs/${id}/${handOverId}`)
    assert.match(note.body, /Hurt, ill, cold[^]*Blessé, malade/)
    assert.doesNotMatch(note.body, /Test Driver|AB12CDE/)
    assert.equal((await duty.post(`/hand-overs/${id}/${handOverId}/acknowledge`, { reference: 'PV 2026/31' })).statusCode, 303)
    assert.match((await duty.get(`/hand-overs/${id}/${handOverId}`)).body, /PV 2026\/31/)
    assert.deepEqual(await readDetection(calais.db, id), await foldHistory(calais.db, detections, id))
  })
  test('keeps what was typed when more are given over than were found', async () => {
    const id = await aRecord()
    const answer = await lane.post(`/detections/${id}/hand-over`, { handOverId: newId(), ...given, adults: '5' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /value="PAF 4711"/)
  })
  test('takes a receipt that came later', async () => {
    const handOverId = newId()
    const id = await aRecord({ people: 'handed-over', handOverId, handedAdults: '2', handedChildren: '1', handedOn: '2026-03-10', handedTime: '09:50', receivingOfficer: 'PAF 12' })
    assert.equal((await lane.post(`/hand-overs/${id}/${handOverId}/receipt`, { receiptReference: 'R-9' })).statusCode, 303)
    assert.partialDeepStrictEqual(await readDetection(calais.db, id), { handOvers: [{ receiptReference: 'R-9' }] })
  })
  test('is acknowledged by the French side alone, who see no vehicle’s record', async () => {
    const handOverId = newId()
    const id = await aRecord({ people: 'handed-over', handOverId, handedAdults: '3', handedChildren: '0', handedOn: '2026-03-10', handedTime: '09:50', receivingOfficer: 'PAF 12' })
    assert.equal((await lane.post(`/hand-overs/${id}/${handOverId}/acknowledge`, { reference: 'X' })).statusCode, 403)
    assert.equal((await duty.get(`/detections/${id}`)).statusCode, 403)
  })
})

test('an officer of another port neither sees nor records a find', async () => {
  const id = await aRecord()
  const dunkerque = calais.signedInAs('lane-officer', { port: 'dunkerque' })
  assert.doesNotMatch((await dunkerque.get('/detections')).body, new RegExp(id))
  for (const page of ['', '/alarm', '/check', '/hand-over']) assert.equal((await dunkerque.get(`/detections/${id}${page}`)).statusCode, 403)
  assert.equal((await dunkerque.post(`/detections/${id}/check`)).statusCode, 403)
})

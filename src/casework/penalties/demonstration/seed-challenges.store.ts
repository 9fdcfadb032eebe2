import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import { daysAfter, type CalendarDate } from '#values'
import { readAppeal } from '../appeal/appeal.store.ts'
import { changeAppeal, lodgeAppealOf } from '../appeal/change-appeal.store.ts'
import { noteInDiary } from '../appeal/keep-diary.ts'
import { openAppealFile } from '../bundle/appeal-file.store.ts'
import { proposedKeys } from '../bundle/choose-items.ts'
import { fingerprintOf, makeBundleOf } from '../bundle/make-bundle.store.ts'
import { determineObjection } from '../objection/determine-objection.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { nameOf } from '../person/person.ts'
import { by, done } from './demo-acts.store.ts'
import type { Story } from './stories.ts'

/** The plate had been misread: the objection was right, and another officer than the one who decided says so. */
export async function cancelStory(db: Database, { id }: Story, toldOn: CalendarDate): Promise<void> {
  const act = by('senior-officer', toldOn, 'second')
  const determining = { outcome: 'cancel', amountPence: null, reasons: 'The plate was misread: the vehicle in the picture is another one.', snapshot: null, determinedBy: named(act), toldOn, othersPence: [] } as const
  for (const { id: penaltyId } of await penaltiesOfCase(db, id)) done(await changePenalty(db, { penaltyId, by: act }, (penalty) => determineObjection(penalty, determining)))
}

interface Lodged {
  readonly lodgedOn: CalendarDate
  readonly today: CalendarDate
}

/** The owner went to the court, which has set a hearing and wants a bundle; the first one is made. */
export async function appealStory(db: Database, { id, persons }: Story, { lodgedOn, today }: Lodged): Promise<void> {
  const owner = persons.find(({ capacity }) => capacity === 'owner')
  const against = (await penaltiesOfCase(db, id)).find(({ capacity }) => capacity === 'owner')
  if (owner === undefined || against === undefined) throw new Error('An appeal of the demonstration has no owner')
  const [appealId, act] = [newId(), by('caseworker', today)]
  const lodging = { court: 'county-court', courtName: 'Invented County Court', claimNumber: 'K00DM005', appellant: nameOf(owner), grounds: 'both', summary: 'Every stop was checked, and the amount would end the business.' } as const
  done(await lodgeAppealOf(db, against.id, { ...lodging, appealId, lodgedOn, servedOn: daysAfter(3, lodgedOn), today }, act))
  for (const entry of directionsAfter(today)) done(await changeAppeal(db, { id: appealId, by: act }, (current) => noteInDiary(current, { id: newId(), ...entry })))
  await firstBundle(db, appealId, today)
}

function directionsAfter(today: CalendarDate) {
  return [
    { kind: 'file-bundle', what: 'Bundle of evidence, agreed with the appellant', on: daysAfter(21, today), time: null, whose: 'us' },
    { kind: 'hearing', what: 'Final hearing, half a day', on: daysAfter(49, today), time: '10:30', whose: 'court' },
  ] as const
}

async function firstBundle(db: Database, appealId: string, today: CalendarDate): Promise<void> {
  const appeal = await readAppeal(db, appealId)
  if (appeal === undefined) throw new Error('The demonstration lodged an appeal that is not there')
  const file = await openAppealFile(db, appeal)
  const choice = { chosen: proposedKeys(file.offered), whyRest: '' }
  done(await makeBundleOf(db, appealId, { choice, indexRead: fingerprintOf(file), demonstration: true, by: by('caseworker', today) }))
}

import { z } from 'zod'
import { aDay, maybeWords, someWords } from '../case/form-fields.ts'
import { named } from '../penalty/penalty.ts'
import { releaseVehicles } from '../rights.ts'
import { asksDay, asksOneOf, asksText, asksWords, type Field } from './act-form.ts'
import { detainIn, detentionFacts } from './change-detention.store.ts'
import { detentionForm } from './detention-form.page.ts'
import { releaseWays } from './detention.ts'
import { releaseVehicle, waysOut, type WayOut } from './release-vehicle.ts'
import { wayWords } from './words.ts'

/** Every way out there is: those that are open to choose, the others with what stands in their way. */
export const releaseVehiclePage = detentionForm({
  end: 'release',
  right: releaseVehicles,
  template: 'casework/penalties/detention/act-on-detention.njk',
  what: 'detention: release',
  form: z.object({
    way: z.enum(releaseWays, 'Choose why it is released'),
    ground: maybeWords(60),
    to: someWords('Enter to whom it is released', 200),
    on: aDay('Enter the day it was released'),
    reasons: someWords('Give your reasons'),
  }),
  view: async ({ db, clock }, detention) => {
    const facts = await detentionFacts(db, detention.caseId, clock.today())
    return facts && {
      ...asked(waysOut(detention, facts)), back: `/detentions/${detention.id}`, heading: `Release ${detention.vehicle}`, notesHeading: 'Not open today, and why',
      lead: 'A power to hold need not be used for longer than it has to be.', values: { on: facts.today, ground: '' }, button: 'Release it',
    }
  },
  act: ({ db, clock }, { id: detentionId, caseId }, { ground, ...release }, by) =>
    detainIn(db, { caseId, detentionId, today: clock.today(), by }, (detention, facts) => releaseVehicle(detention, facts, { ...release, ground: release.way === 'court' ? ground : null, by: named(by) })),
  done: { en: 'The vehicle is released.', fr: 'Le véhicule est restitué.' },
})

function asked(ways: readonly WayOut[]) {
  const open = ways.filter(({ missing }) => missing.length === 0)
  const grounds = ways.flatMap((way) => way.grounds)
  const ofCourt: readonly Field[] = grounds.length === 0 ? [] : [asksOneOf('ground', 'Where a court ordered it, on what', [{ value: '', text: 'No court was asked' }, ...grounds.map(({ id, words }) => ({ value: id, text: `Because ${words.en}` }))])]
  return {
    fields: [asksOneOf('way', 'Why it is released', open.map(({ way }) => ({ value: way, text: wayWords[way] }))), ...ofCourt, asksText('to', 'To whom'), asksDay('on', 'On'), asksWords('reasons', 'Your reasons', 'With the number of the order, where there is one.')],
    notes: ways.filter(({ missing }) => missing.length > 0).map(({ way, missing }) => `${wayWords[way]}. Not met: ${missing.join(' ')}`),
  }
}

import { z } from 'zod'
import { foundAgain, type FoundAgain } from '#border/examinations'
import { change, recordLook } from '#platform/events'
import { newId } from '#platform/identity'
import { formPage, inBoth, page, type PageContext } from '#platform/web'
import { dayOf, hoursAfter, plate, siteName, wallZone } from '#values'
import { reasonLengthMax, victimFindsLeast, victimsListed, victimsSinceDays } from '../limits.ts'
import { coordinationRefusals as refusals } from '../refusals.ts'
import { contactVictims } from '../rights.ts'
import { contactsAbout, victimContacts } from './victim-contact.store.ts'
import { contactWays, noteContact, type ContactWay, type VictimContact } from './victim-contact.ts'

const answer = z.string().trim().max(reasonLengthMax).catch('').default('')

/**
 * Vehicles that people hid in again and again and whose driver said so: they may be on a route that is targeted, and need help
 * rather than suspicion (operations.md 11). Shown for a reason that is kept; told by registration and by nothing about any person.
 */
export const repeatVictimsPage = page({
  path: '/repeat-victims',
  right: contactVictims,
  template: 'border/coordination/repeat-victim/repeat-victims.njk',
  query: z.object({ reason: answer }),
  show: async ({ query: { reason } }, ctx) => {
    const shown = { days: victimsSinceDays, least: victimFindsLeast, values: { reason } }
    if (reason.length < 3) return { ...shown, missing: reason !== '' }
    const found = await repeatVictims(ctx)
    await recordLook(ctx.db, { by: ctx.by(reason), subject: 'repeat-victims', what: `vehicles found with people again, reported by their driver: ${found.length} found` })
    const contacts = await contactsAbout(ctx.db, found.map((victim) => victim.plate))
    return { ...shown, victims: found.map((victim) => inWords(victim, contacts.get(victim.plate) ?? [], ctx)) }
  },
})

/** A find that the driver did not report makes nobody a victim: at least one has to have been. */
async function repeatVictims({ db, clock }: PageContext): Promise<readonly FoundAgain[]> {
  const found = await foundAgain(db, { since: hoursAfter(-24 * victimsSinceDays, clock.now()), least: victimFindsLeast, most: victimsListed })
  return found.filter(({ reportedByDriver }) => reportedByDriver > 0)
}

function inWords(victim: FoundAgain, contacts: readonly VictimContact[], { words }: PageContext) {
  const [newest] = contacts
  return {
    ...victim, places: victim.sites.map(siteName).join(', '), lastOn: dayOf(victim.lastAt, wallZone()),
    // A contact before the last find has to be made again.
    due: newest === undefined || newest.contactedAt < victim.lastAt,
    contact: newest && { on: dayOf(newest.contactedAt, wallZone()), by: newest.contactedByName, how: words(wayWords[newest.how][0], wayWords[newest.how][1]), note: newest.note },
  }
}

const wayWords: Readonly<Record<ContactWay, readonly [string, string]>> = {
  'telephone': ['By telephone', 'Par téléphone'],
  'letter': ['By letter or e-mail', 'Par lettre ou courriel'],
  'visit': ['At their premises', 'Dans leurs locaux'],
  'association': ['Through their trade body', 'Par leur fédération'],
}

/** Writes down that somebody spoke to them. */
export const contactVictimPage = formPage({
  path: '/repeat-victims/:plate/contact',
  right: contactVictims,
  template: 'border/coordination/repeat-victim/contact-victim.njk',
  params: z.object({ plate: z.string().max(20).transform(plate) }),
  form: z.object({
    id: z.uuid(),
    how: z.enum(contactWays, inBoth('Choose how', 'Choisissez comment')),
    note: z.string(inBoth('Write down what was offered', 'Notez ce qui a été proposé')).trim().min(3, inBoth('Write down what was offered', 'Notez ce qui a été proposé')).max(reasonLengthMax),
  }),
  refusals,
  show: async ({ plate: about }, { words }) => ({ plate: about, ways: contactWays.map((value) => ({ value, text: words(wayWords[value][0], wayWords[value][1]) })), values: { id: newId() } }),
  submit: ({ plate: about }, { id, how, note }, { db, by }) => {
    const act = by(note)
    return change(db, victimContacts, { id, by: act }, (known) => noteContact(known, { id, plate: about, how, note }, act))
  },
  next: () => '/repeat-victims',
  done: { en: 'Written down, with your name.', fr: 'Consigné, avec votre nom.' },
})

import { allLists } from '#border/watchlists'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { settledId } from '#platform/identity'
import { daysAfter, type By, type Officer } from '#values'
import { demoPartners, type DemoPartner } from './demo-terms.ts'
import { markDistribution } from './marking/marking.ts'
import { changeMarking } from './marking/change-marking.store.ts'
import { registerPartner } from './partner/partner.ts'
import { partners, readPartner } from './partner/partner.store.ts'
import { receive } from './received/receive.store.ts'
import { changeRule } from './rule/change-rule.store.ts'
import { answerRule, proposeRule } from './rule/propose-rule.ts'
import { rulesOf } from './rule/rule.store.ts'

export interface DemoOf {
  readonly db: Database
  readonly clock: Clock
  /** Two invented people: one proposes, the other agrees. */
  readonly proposer: Officer
  readonly agreeing: Officer
  /** Where the made-up system of a partner listens, and its public key. */
  system(slug: string): Promise<{ readonly address: string; readonly publicKey: string }>
}

/** Gives the demonstration two partners, says who may have its lists, and has one partner ask for a vehicle. Done again, it makes nothing twice. */
export async function seedPartners(demo: DemoOf): Promise<void> {
  const { db } = demo
  const lists = await allLists(db)
  const by = acting(demo, demo.proposer)
  for (const partner of demoPartners) {
    const { id, name, agency, ring } = partner
    await change(db, partners, { id, by }, (known) => registerPartner(known, { id, name, agency, ring, registeredBy: demo.proposer.id }))
    await seedRule(demo, partner, lists.map((list) => list.id))
  }
  for (const [place, { id }] of lists.entries()) {
    await changeMarking(db, { id, by }, (now) => markDistribution(now, now ?? { subjectId: id, subject: 'list', marking: place === 0 ? 'uk-and-fr' : 'uk-only', partnerIds: null }))
  }
  await seedAsking(demo)
}

function acting({ clock }: DemoOf, { id, name, role }: Officer): By {
  return { officerId: id, name, role, site: 'centre', at: clock.now(), reason: 'Demonstration' }
}

/** A demonstration that listens elsewhere than the last time needs a new version, because the address is among the terms. */
async function seedRule(demo: DemoOf, { id: partnerId, slug, ring, agreed, terms }: DemoPartner, listIds: readonly string[]): Promise<void> {
  const { db, clock, proposer, agreeing } = demo
  const known = await rulesOf(db, partnerId)
  const system = await demo.system(slug)
  if (known.some((rule) => rule.terms.address === system.address)) return
  const id = settledId('demo rule', partnerId, system.address)
  const today = clock.today()
  const proposing = { id, partnerId, version: (known[0]?.version ?? 0) + 1, terms: { ...terms(today), ...system, listIds }, proposedBy: proposer.id, proposedByName: proposer.name, proposedAt: clock.now() }
  const another = known.some(({ status }) => status === 'proposed') ? 'waits' : 'none'
  await changeRule(db, { id, partnerId, by: acting(demo, proposer) }, (rule) => proposeRule(rule, proposing, { partner: { ring }, today, addressAllowed: true, another }))
  if (agreed) await changeRule(db, { id, partnerId, by: acting(demo, agreeing) }, (rule) => answerRule(rule, 'approve', acting(demo, agreeing)))
}

/** The first partner asks us to look for a vehicle, as if its signed message had just come in. */
async function seedAsking({ db, clock }: DemoOf): Promise<void> {
  const [first] = demoPartners
  const partner = first && (await readPartner(db, first.id))
  if (partner === undefined) return
  const { id } = partner
  const until = daysAfter(30, clock.today())
  const rule = (await rulesOf(db, id)).find(({ status }) => status === 'approved')
  await receive(db, { partner, rule, clock, signedWith: rule?.terms.publicKey ?? '' }, {
    type: 'release', id: settledId('demo message', id), number: 1, to: '', sentAt: clock.now(), item: settledId('demo item', id), kind: 'entry', marking: 'uk-only',
    facts: { plate: 'KX19DZT', country: 'GB', handling: 'check', reason: { en: 'Trailer stolen at Ashford, may leave by Calais', fr: 'Remorque volée à Ashford, pourrait passer par Calais' }, lastDayOn: until },
    conditions: { legalBasis: 'Police and Criminal Evidence Act 1984 (demo)', keepUntil: until },
  })
}

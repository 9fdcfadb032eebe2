import { z } from 'zod'
import { derivedPoints, everyProvision, instruments, notHeld, slugOf, unsettledPoints, type UnsettledPoint } from '#law'
import { page } from '#platform/web'
import { readTheLaw } from '../rights.ts'
import { describeProvision, provisionLine } from './describe-provision.ts'

/** Every provision, instrument by instrument. */
export const statuteBookPage = page({
  path: '/law',
  right: readTheLaw,
  template: 'public/statute-book/provision/provisions.njk',
  show: async (_input, { words }) => ({
    instruments: instruments.map(({ name, provisions }) => ({ name: words(name.en, name.fr), provisions: provisions.map((each) => provisionLine(each, words)) })),
  }),
})

/** Points on which the sources leave two readings, what was worked out, what is left to a person, and provisions whose text could not be read. */
export const notSettledPage = page({
  path: '/law/not-settled',
  right: readTheLaw,
  template: 'public/statute-book/provision/not-settled.njk',
  show: async (_input, { words }) => ({
    points: unsettledPoints.map((point) => pointView(point, words)),
    derived: derivedPoints.map((point) => pointView(point, words)),
    notHeld: notHeld.map(({ what, why }) => ({ what: words(what.en, what.fr), why: words(why.en, why.fr) })),
    doubtful: everyProvision.filter(({ standing }) => standing !== 'read').map((each) => provisionLine(each, words)),
  }),
})

function pointView({ id, question, chosen, other, settledBy }: UnsettledPoint, words: (en: string, fr: string) => string) {
  return { id, question: words(question.en, question.fr), chosen: words(chosen.en, chosen.fr), other: words(other.en, other.fr), settledBy: words(settledBy.en, settledBy.fr) }
}

/** One provision: what it says, since when, and how that is known. */
export const provisionPage = page({
  path: '/law/:provision',
  right: readTheLaw,
  template: 'public/statute-book/provision/provision.njk',
  params: z.object({ provision: z.string().max(120) }),
  show: async ({ params }, { words, clock }) => {
    const found = everyProvision.find(({ cite }) => slugOf(cite) === params.provision)
    return found && { provision: describeProvision(found, clock.today(), words) }
  },
})

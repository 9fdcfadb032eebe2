import { slugOf } from '#law'
import { announce } from '#platform/decisions'
import { action, page } from '#platform/web'
import { capacityWords } from '../case/words.ts'
import { seeExceptions } from '../rights.ts'
import { latestRecomputation, wantRecomputation } from './recomputation.store.ts'
import type { Difference } from './recompute.ts'

/** Stored answers that the law as it is held now would not give, each with the rule on which the two part. No name of anybody stands here. */
export const recomputedPage = page({
  path: '/cases/recomputed',
  right: seeExceptions,
  template: 'casework/penalties/assessment/recomputed.njk',
  show: async (_input, { db }) => {
    const latest = await latestRecomputation(db)
    return { latest, lines: latest?.differing.flatMap(({ differences, ...of }) => differences.map((difference) => ({ ...of, ...inWords(difference) }))) ?? [] }
  },
})

export const recomputeButton = action({
  path: '/cases/recomputed',
  right: seeExceptions,
  submit: async (_params, _form, { db, by }) => {
    await wantRecomputation(db, by('The law is asked again'))
    return announce()
  },
  next: () => '/cases/recomputed',
  done: { en: 'The law is asked again about every stored answer. Load this page again to see how far it is.', fr: 'Le droit est de nouveau interrogé. Rechargez cette page pour suivre l’avancement.' },
})

function inWords({ capacity, rule, cite, stored, now }: Difference) {
  return { capacity: capacityWords[capacity as keyof typeof capacityWords].toLowerCase(), rule, cite, href: cite === '' ? '' : `/law/${slugOf(cite)}`, stored, now }
}

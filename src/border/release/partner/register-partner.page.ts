import { z } from 'zod'
import { change } from '#platform/events'
import { newId } from '#platform/identity'
import { formPage, inBoth, type PageContext } from '#platform/web'
import { releaseRefusals as refusals } from '../refusals.ts'
import { ringWords } from '../release-words.ts'
import { registerPartners, stopReleases } from '../rights.ts'
import { changePartner } from '../rule/change-rule.store.ts'
import { rulesOf } from '../rule/rule.store.ts'
import { because, needed, partnerParams } from '../form-fields.page.ts'
import { partners, readPartner } from './partner.store.ts'
import { registerPartner, rings, stopRelease } from './partner.ts'

/** Registers an agency. It is told nothing by that: a rule comes after, and takes two people. */
export const registerPartnerPage = formPage({
  path: '/partners/register',
  right: registerPartners,
  template: 'border/release/partner/register-partner.njk',
  form: z.object({
    id: z.uuid(),
    name: needed('Give the partner a short name', 'Donnez un nom court au partenaire'),
    agency: needed('Say which agency it is', 'Dites de quel service il s’agit'),
    ring: z.enum(rings, inBoth('Say which country’s agency it is', 'Dites de quel pays relève le service')),
    because,
  }),
  refusals,
  show: async (_params, ctx) => ({ values: { id: newId() }, rings: ringChoices(ctx) }),
  submit: (_params, { because: reason, ...form }, { db, by, officer }) => change(db, partners, { id: form.id, by: by(reason) }, (partner) => registerPartner(partner, { ...form, registeredBy: officer.id })),
  next: (_params, { id }) => `/partners/${id}`,
  done: { en: 'Registered. The partner is told nothing until two people have agreed to a rule.', fr: 'Enregistré. Le partenaire n’apprend rien avant qu’une règle soit approuvée à deux.' },
})

function ringChoices({ words }: PageContext) {
  return rings.map((value) => ({ value, text: words(ringWords[value].en, ringWords[value].fr) }))
}

/** One person ends all sending to a partner at once. */
export const stopReleasePage = formPage({
  path: '/partners/:id/stop',
  right: stopReleases,
  template: 'border/release/partner/stop-release.njk',
  params: partnerParams,
  form: z.object({ because }),
  refusals,
  show: async ({ id }, { db }) => {
    const partner = await readPartner(db, id)
    return partner && { partner }
  },
  submit: async ({ id }, { because: reason }, { db, by }) => {
    const newest = (await rulesOf(db, id)).find(({ status }) => status === 'approved')
    return changePartner(db, { id, by: by(reason) }, (partner) => stopRelease(partner, newest?.version ?? 0))
  },
  next: ({ id }) => `/partners/${id}`,
  done: { en: 'Stopped. Nothing more is sent, and the partner is asked to delete what it was told.', fr: 'Arrêté. Plus rien n’est envoyé et le partenaire doit supprimer ce qu’il a appris.' },
})

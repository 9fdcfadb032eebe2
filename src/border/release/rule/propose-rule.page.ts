import { z } from 'zod'
import { allLists, handlings, handlingWords } from '#border/watchlists'
import { newId } from '#platform/identity'
import type { AllowedTargets } from '#platform/outgoing'
import { formPage, inBoth, type PageContext, type Route } from '#platform/web'
import { allPorts, daysAfter, isPort, siteName } from '#values'
import { aDay, because, needed, partnerParams } from '../form-fields.page.ts'
import { isPublicKey } from '../message/sign.feed.ts'
import { markingsFor } from '../marking/marking.ts'
import { readPartner } from '../partner/partner.store.ts'
import { fields, kinds } from '../record/record.ts'
import { releaseRefusals as refusals } from '../refusals.ts'
import { fieldWords, kindWords, markingWords, type Bilingual } from '../release-words.ts'
import { proposeRules } from '../rights.ts'
import { changeRule } from './change-rule.store.ts'
import { proposeRule } from './propose-rule.ts'
import { rulesOf } from './rule.store.ts'
import type { Terms } from './rule.ts'

/** Proposed for a first rule: as little as can be, for as short as is usual. */
const usual = { kinds: ['hit'], handlings: ['check', 'stop'], fields: ['country', 'port', 'seenAt', 'handling', 'markers'], confirmedOnly: 'yes', retentionDays: 30, accepts: [] } as const
const usualDays = 180

const someOf = <Value extends string>(values: readonly [Value, ...Value[]]) => z.array(z.enum(values))
const markingCodes = ['uk-only', 'fr-only', 'uk-and-fr'] as const

const form = z.object({
  id: z.uuid(),
  legalBasis: needed('Say what allows the partner to be told', 'Dites ce qui autorise cette communication'),
  contact: needed('Say who answers at the partner', 'Dites qui répond chez le partenaire'),
  escalateTo: needed('Name the person here who is told when the partner does not answer', 'Nommez la personne à prévenir ici sans réponse du partenaire'),
  address: needed('Enter the address messages are sent to', 'Saisissez l’adresse d’envoi'),
  publicKey: z.string(inBoth('Enter the partner’s public key', 'Saisissez la clé publique du partenaire')).refine(isPublicKey, inBoth('A key has 43 letters and digits, as the partner publishes it', 'Une clé a 43 lettres et chiffres, telle que publiée')),
  kinds: someOf(kinds), listIds: z.array(z.uuid()), handlings: someOf(handlings), ports: z.array(z.string().refine(isPort)), markings: someOf(markingCodes), fields: someOf(fields),
  confirmedOnly: z.literal('yes').optional().transform((ticked) => ticked === 'yes'),
  sinceOn: aDay('Enter the day before which nothing is told', 'Saisissez le jour avant lequel rien n’est dit'),
  retentionDays: z.coerce.number(inBoth('Enter how many days the partner keeps it', 'Saisissez la durée de conservation en jours')).int().min(1, inBoth('At least one day', 'Au moins un jour')),
  validFrom: aDay('Enter the first day', 'Saisissez le premier jour'),
  validTo: aDay('Enter the last day', 'Saisissez le dernier jour'),
  accepts: someOf(kinds),
  because,
})

/** A new version of what a partner may be told, begun from the one before it. It counts for nothing until somebody else agrees. */
export function proposeRulePage(allowed: AllowedTargets): Route {
  return formPage({
    path: '/partners/:id/rule',
    right: proposeRules,
    template: 'border/release/rule/propose-rule.njk',
    params: partnerParams, form, refusals,
    show: ({ id }, ctx) => showProposal(id, ctx, allowed),
    submit: async ({ id: partnerId }, { because: reason, id, ...terms }, { db, by, officer, clock }) => {
      const [partner, rules] = await Promise.all([readPartner(db, partnerId), rulesOf(db, partnerId)])
      const act = by(reason)
      const proposing = { id, partnerId, version: (rules[0]?.version ?? 0) + 1, terms, proposedBy: officer.id, proposedByName: officer.name, proposedAt: act.at }
      return changeRule(db, { id, partnerId, by: act }, (rule) => proposeRule(rule, proposing, {
        partner: { ring: partner?.ring ?? 'uk' }, today: clock.today(), addressAllowed: allowed.find(terms.address) !== undefined,
        another: rules.some((one) => one.status === 'proposed' && one.id !== id) ? 'waits' : 'none',
      }))
    },
    next: (_params, { id }) => `/partners/rules/${id}`,
    done: { en: 'Proposed. It is in force once somebody else has agreed.', fr: 'Proposée. Elle vaudra dès qu’une autre personne l’aura approuvée.' },
  })
}

async function showProposal(id: string, ctx: PageContext, allowed: AllowedTargets): Promise<object | undefined> {
  const partner = await readPartner(ctx.db, id)
  if (partner === undefined) return undefined
  const [rules, lists] = await Promise.all([rulesOf(ctx.db, id), allLists(ctx.db)])
  const today = ctx.clock.today()
  const before = rules.find(({ status }) => status === 'approved')?.terms
  const days = { sinceOn: before?.sinceOn ?? today, validFrom: today, validTo: daysAfter(usualDays, today) }
  return {
    partner, version: (rules[0]?.version ?? 0) + 1, origins: allowed.origins,
    choices: choicesFor(partner.ring, lists.map((list) => ({ value: list.id, en: list.nameEn, fr: list.nameFr })), ctx.words),
    values: before === undefined ? { ...usual, ...days, id: newId(), ports: allPorts(), markings: markingsFor(partner.ring).slice(0, 1) } : { ...valuesOf(before), ...days, id: newId() },
  }
}

function valuesOf(terms: Terms): object {
  return { ...terms, confirmedOnly: terms.confirmedOnly ? 'yes' : '' }
}

interface Choice extends Bilingual {
  readonly value: string
}

function choicesFor(ring: 'uk' | 'fr', lists: readonly Choice[], say: PageContext['words']) {
  const worded = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, Bilingual>>) => values.map((value) => ({ value, text: say(words[value].en, words[value].fr) }))
  return {
    kinds: worded(kinds, kindWords), handlings: worded(handlings, handlingWords), markings: worded(markingsFor(ring), markingWords), fields: worded(fields, fieldWords),
    ports: allPorts().map((value) => ({ value, text: siteName(value) })), lists: lists.map(({ value, en, fr }) => ({ value, text: say(en, fr) })),
  }
}

import { z } from 'zod'
import { newId } from '#platform/identity'
import { daysAfter } from '#values'
import { caseForm } from '../case/case-form.page.ts'
import { aDay, maybeDay, maybeOne, someWords } from '../case/form-fields.ts'
import { personOrCase } from '../file/choices.ts'
import { flagWords } from '../file/file-words.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { flagLookedAtAfterDays } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { keepFile } from '../rights.ts'
import { flagKinds } from './flag.ts'
import { flagThing } from './flag.store.ts'
import { lowerFlag, raiseFlag, reviewFlag } from './raise-flag.ts'

export const raiseFlagPage = caseForm({
  path: '/cases/:id/flags/new',
  params: z.object({ id: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/flag/raise-flag.njk',
  what: 'flag to raise',
  form: z.object({
    kind: z.enum(flagKinds, 'Choose what has to be heeded'),
    personId: maybeOne,
    fromOn: aDay('Enter the first day'),
    untilOn: maybeDay('Enter the last day, or leave it empty'),
    reviewOn: aDay('Enter the day on which somebody looks again'),
    reasons: someWords('Give your reasons'),
  }),
  view: async ({ db, clock }, { id }) => ({
    heading: 'Raise a flag', people: personOrCase(await personsOfCase(db, id)),
    kinds: flagKinds.map((value) => ({ value, text: flagWords[value].word, hint: { text: flagWords[value].means } })),
    values: { fromOn: clock.today(), reviewOn: daysAfter(flagLookedAtAfterDays, clock.today()) },
  }),
  act: ({ db }, { id: caseId }, answers, by) => {
    const flagId = newId()
    return changeInFile(db, flagThing, { id: flagId, caseId, by }, (_none, { found, others }) => raiseFlag(found, others, { ...answers, flagId, raisedBy: named(by) }))
  },
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The flag stands. Nothing happens in this case by itself.', fr: 'Le signalement est actif. Rien ne se fait automatiquement dans ce dossier.' },
})

/** Looked at again: it stands until the next look, or it comes down. */
export const lookAtFlagPage = caseForm({
  path: '/cases/:id/flags/:flagId',
  params: z.object({ id: z.uuid(), flagId: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/flag/look-at-flag.njk',
  what: 'flag to look at again',
  form: z.object({
    answer: z.enum(['stands', 'comes-down'], 'Choose whether the flag stands'),
    reviewOn: maybeDay('Enter the day on which somebody looks again'),
    reasons: someWords('Give your reasons'),
  }).refine(({ answer, reviewOn }) => answer !== 'stands' || reviewOn !== null, { path: ['reviewOn'], message: 'Enter the day on which somebody looks again' }),
  view: async ({ db, clock }, { id: caseId }, { flagId }) => {
    const flag = await flagThing.read(db, flagId)
    if (flag === undefined || flag.caseId !== caseId) return undefined
    return { flag, nothingToFill: flag.lowered !== null, words: flagWords[flag.kind], heading: `Flag: ${flagWords[flag.kind].word.toLowerCase()}`, values: { reviewOn: daysAfter(flagLookedAtAfterDays, clock.today()) } }
  },
  act: ({ db, clock }, { id: caseId, flagId }, { answer, reviewOn, reasons }, by) => {
    const looked = { on: clock.today(), reasons, by: named(by) }
    return changeInFile(db, flagThing, { id: flagId, caseId, by }, (flag) => (answer === 'stands' && reviewOn !== null ? reviewFlag(flag, { ...looked, reviewOn }) : lowerFlag(flag, looked)))
  },
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'What you found is recorded.', fr: 'Votre examen est enregistré.' },
})

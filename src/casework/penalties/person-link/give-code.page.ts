import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { formPage } from '#platform/web'
import { caseForm } from '../case/case-form.page.ts'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { someWords } from '../case/form-fields.ts'
import { personChoices, whom } from '../file/choices.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { personLinkDays } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { everyoneOfCase, personsOfCase } from '../person/person.store.ts'
import { refusals } from '../refusals.ts'
import { keepFile } from '../rights.ts'
import { codeAsTyped } from './code.ts'
import { endPersonLink } from './person-link.ts'
import { makePersonLinkOf, personLinkThing } from './person-link.store.ts'

const inCase = z.object({ id: z.uuid() })

/** A code for somebody who has lost theirs or was asked nothing. It is shown once, because it is kept nowhere. */
export const giveCodePage = formPage({
  path: '/cases/:id/codes',
  right: keepFile,
  template: 'casework/penalties/person-link/give-code.njk',
  params: inCase,
  query: z.object({ code: z.string().refine((code) => codeAsTyped(code) === code).optional().catch(undefined) }),
  form: z.object({ personId: z.uuid('Choose who gets it'), reasons: someWords('Say what it is given out for', 300) }),
  refusals,
  subject: subjectOfCase,
  show: ({ id }, ctx, { code }) => insideCase(ctx, { caseId: id, what: 'codes for the public door', comeBackTo: `/cases/${id}/codes` }, async () => {
    const found = await readCase(ctx.db, id)
    return found && { found, heading: 'Give out a code', code, door: ctx.publicDoorUrl, days: personLinkDays, people: personChoices(await personsOfCase(ctx.db, id)), values: {} }
  }),
  submit: async ({ id: caseId }, { personId, reasons }, ctx) => {
    if (ctx.publicDoorUrl === undefined || !(await personsOfCase(ctx.db, caseId)).some(({ id }) => id === personId)) return refuse('no-such-person')
    return actInCase(ctx, caseId, (by) => makePersonLinkOf(ctx.db, { caseId, personId, reasons }, by))
  },
  next: ({ id }, _form, made) => `/cases/${id}/codes${'code' in made && typeof made.code === 'string' ? `?code=${made.code}` : ''}`,
  done: { en: 'The code is made. Copy it now: it is not shown again.', fr: 'Le code est créé. Copiez-le maintenant.' },
})

export const endCodePage = caseForm({
  path: '/cases/:id/codes/:linkId/end',
  params: inCase.extend({ linkId: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/person-link/end-code.njk',
  what: 'code to end',
  form: z.object({ reasons: someWords('Say why it ends') }),
  view: async ({ db }, found, { linkId }) => {
    const link = await personLinkThing.read(db, linkId)
    return link?.caseId === found.id ? { link, heading: `End the code: ${whom(await everyoneOfCase(db, found.id), link.personId)}` } : undefined
  },
  act: ({ db, clock }, { id: caseId, linkId }, { reasons }, by) =>
    changeInFile(db, personLinkThing, { id: linkId, caseId, by }, (link) => endPersonLink(link, { on: clock.today(), reasons, by: named(by) })),
  next: ({ id }) => `/cases/${id}/file#codes`,
  done: { en: 'The code opens nothing any more.', fr: 'Le code n’ouvre plus rien.' },
})

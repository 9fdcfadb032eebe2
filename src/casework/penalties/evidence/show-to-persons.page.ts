import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { caseForm } from '../case/case-form.page.ts'
import { someWords } from '../case/form-fields.ts'
import { personChoices } from '../file/choices.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { named } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { keepFile } from '../rights.ts'
import { addressOfItem, evidenceParams, itemOf } from './evidence-item.page.ts'
import { evidenceThing } from './evidence.store.ts'
import { showToPersons } from './show-to-persons.ts'

/** Which persons of the case see one piece of evidence at the public door. */
export const showToPersonsPage = caseForm({
  path: '/cases/:id/evidence/:itemId/showing',
  params: evidenceParams,
  right: keepFile,
  template: 'casework/penalties/evidence/show-to-persons.njk',
  what: 'evidence: who sees it at the public door',
  form: z.object({ to: z.array(z.uuid()).default([]), reasons: someWords('Give your reasons') }),
  view: async (ctx, found, params) => {
    const item = await itemOf(ctx, params)
    return item && {
      item, heading: `Show to persons: ${item.title}`, people: personChoices(await personsOfCase(ctx.db, found.id)),
      back: { href: addressOfItem(params), text: `Back to ${item.title}` }, values: { to: item.shown?.to ?? [] },
    }
  },
  act: async ({ db, clock }, { id: caseId, itemId }, { to, reasons }, by) => {
    const persons = new Set((await personsOfCase(db, caseId)).map(({ id }) => id))
    if (to.some((personId) => !persons.has(personId))) return refuse('no-such-person')
    return changeInFile(db, evidenceThing, { id: itemId, caseId, by }, (item) => showToPersons(item, { to, reasons, by: named(by), on: clock.today() }))
  },
  next: addressOfItem,
  done: { en: 'Who sees it at the public door is recorded.', fr: 'Les personnes qui voient cette pièce sont enregistrées.' },
})

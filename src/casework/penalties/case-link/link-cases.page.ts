import { z } from 'zod'
import { newId } from '#platform/identity'
import { caseForm } from '../case/case-form.page.ts'
import { someWords } from '../case/form-fields.ts'
import { choicesOf } from '../file/choices.ts'
import { linkWords } from '../file/file-words.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { named } from '../penalty/penalty.ts'
import { keepFile } from '../rights.ts'
import { linkKinds, unlinkCases } from './case-link.ts'
import { linkCasesOf, linkThing } from './case-link.store.ts'

export const linkCasesPage = caseForm({
  path: '/cases/:id/links/new',
  params: z.object({ id: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/case-link/link-cases.njk',
  what: 'cases to link',
  form: z.object({ otherReference: someWords('Enter the reference of the other case', 20), kind: z.enum(linkKinds, 'Choose what links them'), reasons: someWords('Give your reasons') }),
  view: async () => ({ heading: 'Link to another case', kinds: choicesOf(linkKinds, linkWords), values: {} }),
  act: ({ db, clock }, { id: caseId }, answers, by) => {
    const linkId = newId()
    const linking = { ...answers, linkId, linkedBy: named(by), linkedOn: clock.today() }
    return db.transaction().execute((tx) => linkCasesOf(tx, { id: linkId, caseId, by }, linking))
  },
  next: ({ id }) => `/cases/${id}/file#links`,
  done: { en: 'The cases are linked, and each shows the other.', fr: 'Les dossiers sont liés ; chacun renvoie à l’autre.' },
})

export const unlinkCasesPage = caseForm({
  path: '/cases/:id/links/:linkId/undo',
  params: z.object({ id: z.uuid(), linkId: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/case-link/unlink-cases.njk',
  what: 'link to undo',
  form: z.object({ reasons: someWords('Give your reasons') }),
  view: async ({ db }, found, { linkId }) => {
    const link = await linkThing.read(db, linkId)
    return link?.caseId === found.id && link.undone === null ? { heading: 'Undo a link', link, kind: linkWords[link.kind], values: {} } : undefined
  },
  act: ({ db, clock }, { id: caseId, linkId }, { reasons }, by) =>
    changeInFile(db, linkThing, { id: linkId, caseId, by }, (link) => unlinkCases(link, { reasons, by: named(by), on: clock.today() })),
  next: ({ id }) => `/cases/${id}/file#links`,
  done: { en: 'The link is undone.', fr: 'Le lien est supprimé.' },
})

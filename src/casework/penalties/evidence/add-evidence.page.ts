import { z } from 'zod'
import { newId } from '#platform/identity'
import { action } from '#platform/web'
import { caseForm } from '../case/case-form.page.ts'
import { actInCase, subjectOfCase } from '../case/enter-case.page.ts'
import { aDay, maybeOne, maybeWords, someWords } from '../case/form-fields.ts'
import { choicesOf, personOrCase } from '../file/choices.ts'
import { evidenceKindWords, roadWords, seenWords } from '../file/file-words.ts'
import { named } from '../penalty/penalty.ts'
import { personsOfCase } from '../person/person.store.ts'
import { refusals } from '../refusals.ts'
import { keepFile } from '../rights.ts'
import { addEvidence } from './add-evidence.ts'
import { disclosures, evidenceKinds, evidenceRoads, seenAtScene } from './evidence.ts'
import { changeEvidenceWithBytes, evidenceThing } from './evidence.store.ts'
import { oneFile, readUpload } from './read-upload.page.ts'
import { takePhotographs } from './take-photographs.store.ts'

const form = z.object({
  file: oneFile,
  title: someWords('Give it a name by which colleagues find it', 120),
  kind: z.enum(evidenceKinds, 'Choose what it is'),
  personId: maybeOne,
  suppliedBy: someWords('Say who supplied it', 200),
  road: z.enum(evidenceRoads, 'Choose how it came'),
  receivedOn: aDay('Enter the day it came'),
  seenAtScene: z.enum(seenAtScene, 'Choose whether an officer saw it at the scene'),
  note: maybeWords(600),
  transcript: maybeWords(),
  versionOf: maybeOne,
  disclosure: z.enum(disclosures, 'Choose whether it may leave as it is'),
})

/** Something that was supplied or found, with where it came from. */
export const addEvidencePage = caseForm({
  path: '/cases/:id/evidence/new',
  params: z.object({ id: z.uuid() }),
  right: keepFile,
  template: 'casework/penalties/evidence/add-evidence.njk',
  what: 'evidence to add',
  form,
  view: async ({ db, clock }, { id }) => {
    const items = (await evidenceThing.ofCase(db, id)).filter(({ withdrawn }) => withdrawn === null)
    return {
      heading: 'Add evidence', withFiles: true, people: personOrCase(await personsOfCase(db, id)),
      kinds: choicesOf(evidenceKinds, evidenceKindWords), roads: choicesOf(evidenceRoads, roadWords), seen: choicesOf(seenAtScene, seenWords),
      versions: [{ value: '', text: 'Of nothing in the file' }, ...items.map(({ id: value, title }) => ({ value, text: title }))],
      values: { receivedOn: clock.today(), seenAtScene: 'not-known', disclosure: 'as-it-is' },
    }
  },
  act: async ({ db, clock }, { id: caseId }, { file, suppliedBy, road, receivedOn, seenAtScene: seen, note, ...described }, by) => {
    const upload = readUpload(file)
    if ('refused' in upload) return upload
    const evidenceId = newId()
    const provenance = { suppliedBy, road, receivedOn, seenAtScene: seen, note }
    return changeEvidenceWithBytes(db, { ...upload, id: evidenceId, caseId, by }, (_none, { found, others }) =>
      addEvidence(found, others, { ...described, evidenceId, file: upload.kept, provenance, addedBy: named(by), addedAt: by.at }, clock.today()))
  },
  next: ({ id }) => `/cases/${id}/file`,
  done: { en: 'It is in the file, with its hash and where it came from.', fr: 'La pièce est au dossier, avec son empreinte et sa provenance.' },
})

/** The photographs that the lane took, all at once and as they are. */
export const takePhotographsButton = action({
  path: '/cases/:id/evidence/photographs',
  right: keepFile,
  params: z.object({ id: z.uuid() }),
  refusals,
  subject: subjectOfCase,
  submit: ({ id }, _form, ctx) => actInCase(ctx, id, async (by) => takePhotographs(ctx.db, id, await evidenceThing.ofCase(ctx.db, id), by)),
  next: ({ id }) => `/cases/${id}/file#evidence`,
  done: { en: 'The photographs are in the file, each with who took it and its hash.', fr: 'Les photographies sont au dossier, avec leur auteur et leur empreinte.' },
})

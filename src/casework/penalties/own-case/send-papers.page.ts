import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { newId } from '#platform/identity'
import { formPage, inBoth, type UploadedFile } from '#platform/web'
import { addEvidence } from '../evidence/add-evidence.ts'
import { changeEvidenceWithBytes, evidenceOf } from '../evidence/evidence.store.ts'
import { readUpload } from '../evidence/read-upload.page.ts'
import { papersFromOnePerson } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { nameOf } from '../person/person.ts'
import { refusals } from '../refusals.ts'
import { useOwnCase } from '../rights.ts'
import { addressOfOwn, openOwnCase, ownParams, ownView, throughLink } from './open-own-case.page.ts'
import { papersFrom } from './own-evidence.ts'

const noFile = inBoth('Choose a file', 'Choisissez un fichier')

/** Papers and pictures, one after another. What was sent is evidence at once: it came, whatever is answered with it. */
export const sendPapersPage = formPage({
  path: '/answer/:code/papers',
  right: useOwnCase,
  template: 'casework/penalties/own-case/send-papers.njk',
  params: ownParams,
  form: z.object({
    file: z.custom<UploadedFile>((file) => typeof file === 'object' && file !== null && !Array.isArray(file), noFile),
    title: z.string().max(120, inBoth('Use 120 characters or fewer', 'Utilisez au plus 120 caractères')).default(''),
  }),
  refusals,
  show: async ({ code }, ctx) => {
    const own = await openOwnCase(ctx, code, 'papers sent')
    return own && ownView(own, ctx, { sentPapers: papersFrom(await evidenceOf(ctx.db, own.found.id), own.person.id), values: { title: '' } })
  },
  submit: async ({ code }, { file, title }, ctx) => {
    const own = await openOwnCase(ctx, code, 'papers to send')
    const upload = readUpload(file)
    if (own === undefined) return refuse('no-such-person-link')
    if ('refused' in upload) return upload
    const by = throughLink(ctx, own, 'Sent at the public door')
    const [evidenceId, today] = [newId(), ctx.clock.today()]
    const adding = {
      evidenceId, title: title || file.filename.slice(0, 120) || 'Paper sent online', kind: 'correspondence', personId: own.person.id, file: upload.kept,
      provenance: { suppliedBy: nameOf(own.person), road: 'online', receivedOn: today, seenAtScene: 'not-known', note: 'Sent with the person’s code' },
      // Nobody here has looked at it yet, and it may name others.
      transcript: '', versionOf: null, disclosure: 'redacted-only', addedBy: named(by), addedAt: by.at,
    } as const
    return changeEvidenceWithBytes(ctx.db, { ...upload, id: evidenceId, caseId: own.found.id, by }, (_none, { found, others }) =>
      papersFrom(others, own.person.id).length >= papersFromOnePerson ? refuse('too-many-papers') : addEvidence(found, others, adding, today))
  },
  next: ({ code }) => `${addressOfOwn(code)}/papers`,
})

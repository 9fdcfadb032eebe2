import { z } from 'zod'
import type { Decision } from '#platform/decisions'
import type { PageContext, Route } from '#platform/web'
import type { By } from '#values'
import { caseForm } from '../case/case-form.page.ts'
import { someWords } from '../case/form-fields.ts'
import { changeInFile } from '../file/kept-in-file.store.ts'
import { reasonsMax } from '../limits.ts'
import { named } from '../penalty/penalty.ts'
import { keepFile } from '../rights.ts'
import { transcribeEvidence, withdrawEvidence } from './describe-evidence.ts'
import { disclosures, type Evidence, type EvidenceEvent } from './evidence.ts'
import { changeEvidenceWithBytes, evidenceThing } from './evidence.store.ts'
import { oneFile, readUpload } from './read-upload.page.ts'
import { redactEvidence, setDisclosure } from './redact-evidence.ts'

export const evidenceParams = z.object({ id: z.uuid(), itemId: z.uuid() })
type ItemParams = z.output<typeof evidenceParams>

export const addressOfItem = ({ id, itemId }: ItemParams) => `/cases/${id}/evidence/${itemId}`

/** The item, if it lies in this case. */
export async function itemOf({ db }: Pick<PageContext, 'db'>, { id, itemId }: ItemParams): Promise<Evidence | undefined> {
  const item = await evidenceThing.read(db, itemId)
  return item?.caseId === id ? item : undefined
}

interface ItemForm<Form extends z.ZodType> {
  /** How the address ends. */
  readonly end: string
  readonly template: string
  readonly heading: string
  readonly form: Form
  readonly withFiles?: true
  readonly values: (item: Evidence) => object
  readonly act: (ctx: PageContext, params: ItemParams, answers: z.output<Form>, by: By) => Promise<Decision<EvidenceEvent>>
  readonly done: { readonly en: string; readonly fr: string }
}

/** A form about one piece of evidence. */
function itemForm<Form extends z.ZodType>({ end, heading, withFiles, values, ...rest }: ItemForm<Form>): Route {
  return caseForm({
    ...rest,
    path: `/cases/:id/evidence/:itemId/${end}`,
    params: evidenceParams,
    right: keepFile,
    what: `evidence: ${heading.toLowerCase()}`,
    view: async (ctx, _found, params) => {
      const item = await itemOf(ctx, params)
      return item && { item, heading: `${heading}: ${item.title}`, withFiles, back: { href: addressOfItem(params), text: `Back to ${item.title}` }, values: values(item) }
    },
    next: addressOfItem,
  })
}

/** The twin comes as a file: whatever covers it up, these are the bytes that may leave. */
export const redactEvidencePage = itemForm({
  end: 'redaction',
  template: 'casework/penalties/evidence/redact-evidence.njk',
  heading: 'Add a redacted twin',
  withFiles: true,
  form: z.object({ file: oneFile, covers: someWords('Say what is covered', 300), reasons: someWords('Say why it is covered') }),
  values: () => ({}),
  act: async ({ db }, { id: caseId, itemId }, { file, covers, reasons }, by) => {
    const upload = readUpload(file)
    if ('refused' in upload) return upload
    const twin = { ...upload.kept, covers, reasons, redactedBy: named(by), redactedAt: by.at }
    return changeEvidenceWithBytes(db, { ...upload, id: itemId, caseId, by }, (item) => redactEvidence(item, twin))
  },
  done: { en: 'From now on the redacted twin leaves the office, and never the original.', fr: 'Désormais seule la version expurgée sort du service.' },
})

export const transcribeEvidencePage = itemForm({
  end: 'transcript',
  template: 'casework/penalties/evidence/transcribe-evidence.njk',
  heading: 'Type out',
  form: z.object({ transcript: z.string().max(reasonsMax, `Use ${reasonsMax} characters or fewer`).default('') }),
  values: ({ transcript }) => ({ transcript }),
  act: ({ db }, { id: caseId, itemId }, { transcript }, by) => changeInFile(db, evidenceThing, { id: itemId, caseId, by }, (item) => transcribeEvidence(item, transcript)),
  done: { en: 'The words are kept beside it.', fr: 'La transcription est conservée.' },
})

export const setDisclosurePage = itemForm({
  end: 'disclosure',
  template: 'casework/penalties/evidence/set-disclosure.njk',
  heading: 'What may leave the office',
  form: z.object({ disclosure: z.enum(disclosures, 'Choose what may leave'), reasons: someWords('Give your reasons') }),
  values: ({ disclosure }) => ({ disclosure }),
  act: ({ db }, { id: caseId, itemId }, { disclosure, reasons }, by) => changeInFile(db, evidenceThing, { id: itemId, caseId, by }, (item) => setDisclosure(item, disclosure, reasons)),
  done: { en: 'What may leave is recorded.', fr: 'Ce qui peut sortir est enregistré.' },
})

export const withdrawEvidencePage = itemForm({
  end: 'withdrawal',
  template: 'casework/penalties/evidence/withdraw-evidence.njk',
  heading: 'Withdraw',
  form: z.object({ reasons: someWords('Give your reasons') }),
  values: () => ({}),
  act: ({ db, clock }, { id: caseId, itemId }, { reasons }, by) =>
    changeInFile(db, evidenceThing, { id: itemId, caseId, by }, (item) => withdrawEvidence(item, { reasons, by: named(by), on: clock.today() })),
  done: { en: 'The case no longer rests on it.', fr: 'Le dossier ne repose plus sur cette pièce.' },
})

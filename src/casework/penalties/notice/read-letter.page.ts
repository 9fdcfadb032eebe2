import { z } from 'zod'
import { envelopeAsText } from '#platform/documents'
import { may } from '#platform/identity'
import { download, page } from '#platform/web'
import { dayOf } from '#values'
import { insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { penaltyStageWords } from '../case/words.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { issueNotices, seeCases } from '../rights.ts'
import { dispatchesOfPenalty } from '../service/dispatch.store.ts'
import { purposes, purposeWords } from '../template/template-words.ts'
import { documentsOfPenalty, type LetterDocument } from './document.store.ts'
import type { PenaltyPurpose, Purpose } from './letter-facts.ts'
import { letterAddress, letterPageEnds } from './letter-address.ts'
import { sentWays } from './sent-ways.ts'
import { asFile } from './letter-file.page.ts'
import { envelopeOf, templateOf } from './letter-templates.ts'

const params = z.object({ id: z.uuid() })
const query = z.object({ of: z.uuid().optional() })

interface Kind {
  readonly purpose: PenaltyPurpose
  /** The end of the page's address, and the name in the log of looks. */
  readonly page: string
  readonly what: string
}

const kinds: readonly Kind[] = purposes.filter((purpose) => purpose !== 'information-request').map((purpose) => ({ purpose, page: letterPageEnds[purpose], what: purposeWords[purpose].toLowerCase() }))

interface Rendition {
  readonly ending: string
  readonly contentType: string
  readonly name: string
  readonly bytes: (letter: LetterDocument) => Uint8Array
}

const pdfFile: Rendition = { ending: 'pdf', contentType: 'application/pdf', name: 'PDF', bytes: ({ pdf }) => pdf }
const textFile: Rendition = {
  ending: 'txt', contentType: 'text/plain; charset=utf-8', name: 'plain text',
  bytes: ({ purpose, templateVersion, facts }) => new TextEncoder().encode(envelopeAsText(envelopeOf(templateOf(purpose, templateVersion), facts))),
}

/** Each letter as an accessible page, as the PDF that was sent and as plain text, from the same sentences. */
export const letterPages = kinds.flatMap((kind) => [letterPage(kind), letterFile(kind, pdfFile), letterFile(kind, textFile)])

function letterPage({ purpose, page: end, what }: Kind) {
  return page({
    path: `/penalties/:id/${end}`,
    right: seeCases,
    template: 'casework/penalties/notice/read-letter.njk',
    params,
    query,
    subject: ({ params: { id } }, ctx) => subjectOfPenalty({ id }, ctx),
    show: async ({ params: { id }, query: { of } }, ctx) => {
      const penalty = await readPenalty(ctx.db, id)
      if (penalty === undefined) return undefined
      return insideCase(ctx, { caseId: penalty.caseId, what, comeBackTo: `/penalties/${id}/${end}` }, async () => {
        const all = await documentsOfPenalty(ctx.db, id)
        const letter = chosen(all, purpose, of)
        return {
          purpose, penaltyId: id, caseId: penalty.caseId, stage: penaltyStageWords[penalty.stage],
          mayIssue: penalty.stage === 'decided' && may(ctx.officer, issueNotices),
          letters: letter === undefined ? [] : envelopeOf(templateOf(letter.purpose, letter.templateVersion), letter.facts),
          letter,
          heading: purposeWords[purpose], pageEnd: end,
          dispatches: letter === undefined ? [] : sentWays(letter.id, await dispatchesOfPenalty(ctx.db, id)),
          writtenOn: letter === undefined ? undefined : dayOf(letter.createdAt),
          others: all.filter((other) => other.id !== letter?.id).map((other) => asLink(other, penalty.caseId)),
        }
      })
    },
  })
}

function letterFile({ purpose, page: end, what }: Kind, { ending, contentType, name, bytes }: Rendition) {
  return download({
    path: `/penalties/:id/${end}.${ending}`,
    right: seeCases,
    params,
    query,
    subject: ({ params: { id } }, ctx) => subjectOfPenalty({ id }, ctx),
    show: async ({ params: { id }, query: { of } }, ctx) => {
      const penalty = await readPenalty(ctx.db, id)
      const letter = chosen(await documentsOfPenalty(ctx.db, id), purpose, of)
      if (penalty === undefined || letter === undefined) return undefined
      const file = { contentType, fileName: `${letter.facts.reference}-${letter.purpose}.${ending}`, bytes: bytes(letter) }
      return asFile(ctx, { caseId: penalty.caseId, what: `${what}, ${name}`, comeBackTo: `/penalties/${id}/${end}` }, async () => file)
    },
  })
}

/** The latest of its kind, or the one asked for. */
function chosen(all: readonly LetterDocument[], purpose: Purpose, id: string | undefined): LetterDocument | undefined {
  return all.find((letter) => letter.purpose === purpose && (id === undefined || letter.id === id))
}

function asLink({ id, penaltyId, purpose, createdAt, createdBy }: LetterDocument, caseId: string): object {
  return { href: letterAddress({ id, caseId, penaltyId, purpose }), purpose: purposeWords[purpose], writtenOn: dayOf(createdAt), createdBy }
}

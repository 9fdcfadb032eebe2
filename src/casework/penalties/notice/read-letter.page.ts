import { z } from 'zod'
import { may } from '#platform/identity'
import { download, page, type PageContext } from '#platform/web'
import { dayOf } from '#values'
import { insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { penaltyStageWords } from '../case/words.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { issueNotices, seeCases } from '../rights.ts'
import { channelWords, dispatchStageWords } from '../service/dispatch-words.ts'
import type { Dispatch } from '../service/dispatch.ts'
import { dispatchesOfPenalty } from '../service/dispatch.store.ts'
import { purposes, purposeWords } from '../template/template-words.ts'
import { documentsOfPenalty, type LetterDocument } from './document.store.ts'
import type { Purpose } from './letter-facts.ts'
import { letterAddress, letterPageEnds } from './letter-address.ts'
import { asFile } from './letter-file.page.ts'
import { envelopeOf, templateOf } from './letter-templates.ts'

const params = z.object({ id: z.uuid() })
const query = z.object({ of: z.uuid().optional() })

interface Kind {
  readonly purpose: Purpose
  /** The end of the page's address, and the name in the log of looks. */
  readonly page: string
  readonly what: string
}

const kinds: readonly Kind[] = purposes.map((purpose) => ({ purpose, page: letterPageEnds[purpose], what: purposeWords[purpose].toLowerCase() }))

/** Each letter as an accessible page and as the PDF that was sent, from the same sentences. */
export const letterPages = kinds.flatMap((kind) => [letterPage(kind), letterPdf(kind)])

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
          others: all.filter((other) => other.id !== letter?.id).map(asLink),
        }
      })
    },
  })
}

function sentWays(documentId: string, dispatches: readonly Dispatch[]) {
  return dispatches.filter((dispatch) => dispatch.documentId === documentId).map(({ id, channel, stage, sent }) => ({ id, channel: channelWords[channel].name, stage: dispatchStageWords[stage], sentOn: sent?.on }))
}

function letterPdf({ purpose, page: end, what }: Kind) {
  return download({
    path: `/penalties/:id/${end}.pdf`,
    right: seeCases,
    params,
    query,
    subject: ({ params: { id } }, ctx) => subjectOfPenalty({ id }, ctx),
    show: async ({ params: { id }, query: { of } }, ctx) => pdfOf(ctx, { id, of, purpose, what, comeBackTo: `/penalties/${id}/${end}` }),
  })
}

interface Wanted {
  readonly id: string
  readonly of: string | undefined
  readonly purpose: Purpose
  readonly what: string
  readonly comeBackTo: string
}

async function pdfOf(ctx: PageContext, { id, of, purpose, what, comeBackTo }: Wanted) {
  const penalty = await readPenalty(ctx.db, id)
  const letter = chosen(await documentsOfPenalty(ctx.db, id), purpose, of)
  if (penalty === undefined || letter === undefined) return undefined
  const file = { contentType: 'application/pdf', fileName: `${letter.facts.reference}-${letter.purpose}.pdf`, bytes: letter.pdf }
  return asFile(ctx, { caseId: penalty.caseId, what: `${what}, PDF`, comeBackTo }, async () => file)
}

/** The latest of its kind, or the one asked for. */
function chosen(all: readonly LetterDocument[], purpose: Purpose, id: string | undefined): LetterDocument | undefined {
  return all.find((letter) => letter.purpose === purpose && (id === undefined || letter.id === id))
}

function asLink({ id, penaltyId, purpose, createdAt, createdBy }: LetterDocument): object {
  return { href: letterAddress({ id, penaltyId, purpose }), purpose: purposeWords[purpose], writtenOn: dayOf(createdAt), createdBy }
}

import { z } from 'zod'
import { download, formPage, type PageContext } from '#platform/web'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { penaltyStageWords } from '../case/words.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { refusals } from '../refusals.ts'
import { issueNotices } from '../rights.ts'
import { draftNotice, type Draft } from './draft-notice.store.ts'
import { issuePenaltyNotice } from './issue-penalty-notice.store.ts'
import { asFile } from './letter-file.page.ts'
import { envelopeOf } from './letter-templates.ts'
import { languageNames } from '../person/language.ts'
import { lawWords, noticeWords, shared } from './letter-words.ts'
import { printLetter } from './print-letter.store.ts'
import { stillDraft } from './sentence.ts'

const params = z.object({ id: z.uuid() })

/** Read, then issued: the officer sends the letter that stands on the screen, or none. */
export const issueNoticePage = formPage({
  path: '/penalties/:id/issue',
  right: issueNotices,
  template: 'casework/penalties/notice/issue-notice.njk',
  params,
  form: z.object({ draftRead: z.string().default('') }),
  refusals,
  subject: subjectOfPenalty,
  show: async ({ id }, ctx) => {
    const penalty = await readPenalty(ctx.db, id)
    if (penalty === undefined) return undefined
    return insideCase(ctx, { caseId: penalty.caseId, what: 'draft of a penalty notice', comeBackTo: `/penalties/${id}/issue` }, async () => {
      const isReady = penalty.stage === 'decided'
      const draft = isReady ? await draftFor(id, ctx) : undefined
      return {
        penaltyId: id,
        caseId: penalty.caseId,
        stage: penaltyStageWords[penalty.stage],
        issueClock: clocksOf(penalty).find(({ clock }) => clock === 'issue'),
        isFirst: penalty.notices.length === 0,
        ...(draft === undefined ? {} : drafted(draft)),
      }
    })
  },
  submit: async ({ id }, { draftRead }, ctx) => {
    const caseId = (await readPenalty(ctx.db, id))?.caseId ?? ''
    const demonstration = ctx.mode === 'demo'
    return actInCase(ctx, caseId, (by) => issuePenaltyNotice(ctx.db, { penaltyId: id, issuedOn: ctx.clock.today(), demonstration, draftRead, by }))
  },
  next: ({ id }) => `/penalties/${id}/notice`,
  done: { en: 'The notice is issued. Its clocks run from today.', fr: 'L’avis est émis. Les délais courent à partir d’aujourd’hui.' },
})

/** The same draft as it would be printed. */
export const draftPdfPage = download({
  path: '/penalties/:id/draft.pdf',
  right: issueNotices,
  params,
  subject: ({ params: { id } }, ctx) => subjectOfPenalty({ id }, ctx),
  show: async ({ params: { id } }, ctx) => {
    const draft = await draftFor(id, ctx)
    if (draft === undefined) return undefined
    const file = { contentType: 'application/pdf', fileName: `${draft.facts.reference}-draft.pdf` }
    const pdf = async () => ({ ...file, bytes: await printLetter(draft.template, draft.facts, ctx.clock.now(), true) })
    const caseId = (await readPenalty(ctx.db, id))?.caseId ?? ''
    return asFile(ctx, { caseId, what: 'draft of a penalty notice, PDF', comeBackTo: `/penalties/${id}/issue` }, pdf)
  },
})

function draftFor(penaltyId: string, { db, clock, mode }: PageContext): Promise<Draft | undefined> {
  return draftNotice(db, { penaltyId, on: clock.today(), demonstration: mode === 'demo' })
}

function drafted({ template, isApproved, facts, fingerprint }: Draft): object {
  const catalogue = { ...shared, ...noticeWords, ...lawWords }
  return {
    letters: envelopeOf(template, facts, true),
    facts,
    languageName: languageNames[facts.language],
    wantedName: facts.wanted && languageNames[facts.wanted],
    templateVersion: template.version, isApproved,
    fingerprint,
    unreviewed: { count: stillDraft(catalogue, facts.language), of: Object.keys(catalogue).length },
    nowhereToPay: facts.authority.payTo.length === 0,
  }
}

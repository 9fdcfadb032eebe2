import { z } from 'zod'
import type { Database } from '#platform/database'
import { may } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { capacityWords } from '../case/words.ts'
import { readCase } from '../case/case.store.ts'
import { subjectOfCase } from '../case/enter-case.page.ts'
import { formOf, pageOf, type ThingOfCase } from '../case/thing-of-case.page.ts'
import { reasonsMax } from '../limits.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { nameOf } from '../person/person.ts'
import { readPerson } from '../person/person.store.ts'
import { refusals } from '../refusals.ts'
import { agreeSisterCorrections, seeCases } from '../rights.ts'
import { answerSistersOf, previewSisters } from './correct-sisters.store.ts'
import { sisterStage, type SisterCorrection, type SisterItem } from './sister-correction.ts'
import { readSisters } from './sister-correction.store.ts'
import { causeWords, kindWords, sisterStageView } from './sister-words.ts'

const sistersOfCase: ThingOfCase<SisterCorrection> = { at: '/sister-corrections', read: readSisters, none: 'no-such-sister-correction' }

/** One correction of several notices: what is asked for, or what became of each. */
export const showSistersPage = pageOf(sistersOfCase, { right: seeCases, template: 'casework/penalties/sister/show-sisters.njk', what: 'correction of sister notices', view })

/** Another officer than the one who proposed it sees what would happen to each, and agrees or sends it back. */
export const answerSistersPage = formOf(sistersOfCase, {
  end: 'answer',
  right: agreeSisterCorrections,
  template: 'casework/penalties/sister/answer-sisters.njk',
  form: z.object({ answer: z.enum(['agree', 'send-back'], 'Choose whether you agree'), reasons: z.string().max(reasonsMax).default('') }),
  what: 'correction of sister notices to agree',
  view,
  act: ({ db, clock }, { id }, { answer, reasons }, by) =>
    answerSistersOf(db, id, { agreed: answer === 'agree', by: named(by), on: clock.today(), reasons }, by),
  done: { en: 'Your answer is recorded. Each notice and what became of it is below.', fr: 'Votre réponse est enregistrée. Chaque avis et sa suite figurent ci-dessous.' },
})

async function view(ctx: PageContext, correction: SisterCorrection) {
  const { db, clock, officer } = ctx
  const stage = sisterStage(correction)
  const isAhead = stage === 'waiting' || stage === 'unfinished'
  const preview = isAhead ? await previewSisters(db, correction, { on: clock.today(), by: ctx.by() }) : new Map<string, string | null>()
  const became = new Map([...preview, ...correction.results.map(({ penaltyId, refused }) => [penaltyId, refused] as const)])
  return {
    correction, stage, isAhead,
    found: await readCase(db, correction.caseId),
    heading: 'Correction of sister notices',
    standing: sisterStageView(correction),
    cause: causeWords[correction.cause],
    kind: kindWords[correction.kind],
    items: await Promise.all(correction.items.map(async (item) => ({ ...item, ...(await whoOf(db, item)), refused: wordsFor(became.get(item.penaltyId)), isDone: correction.results.some(({ penaltyId }) => penaltyId === item.penaltyId) }))),
    proposedByYou: correction.proposedBy.officerId === officer.id,
    mayAnswer: isAhead && may(officer, agreeSisterCorrections, await subjectOfCase({ id: correction.caseId }, ctx)),
    values: {},
  }
}

async function whoOf(db: Database, { penaltyId, caseId }: SisterItem): Promise<{ readonly reference: string; readonly name: string }> {
  const [found, penalty] = [await readCase(db, caseId), await readPenalty(db, penaltyId)]
  const person = penalty && (await readPerson(db, penalty.personId))
  return { reference: found?.reference ?? '', name: person === undefined ? '' : `${nameOf(person)}, ${capacityWords[person.capacity].toLowerCase()}` }
}

/** Null where nothing stands in the way. */
function wordsFor(refused: string | null | undefined): string | null {
  return refused === null || refused === undefined ? null : (refusals[refused]?.en ?? refused)
}

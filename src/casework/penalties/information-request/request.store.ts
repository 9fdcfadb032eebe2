import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import type { PersonEvent } from '../events.ts'
import { changeInFileIn, thingInFile, type ActInFile } from '../file/kept-in-file.store.ts'
import { lockCase } from '../case/lock-case.store.ts'
import { correctPersonIn } from '../person/person-acts.store.ts'
import { readPerson } from '../person/person.store.ts'
import { evidenceInAnswer, factsWith, judgeAnswer } from './judge-answer.ts'
import { evolveRequest, type Answer, type InformationRequest, type RequestEvent } from './information-request.ts'

export const requestThing = thingInFile<InformationRequest, RequestEvent>('information-request', 'information_request', evolveRequest)

interface Judging {
  readonly answerId: string
  readonly judged: NonNullable<Answer['judged']>
}

/** An answer that is accepted is a fact of the person from then on: both are written, or neither. */
export async function judgeAnswerOf(db: Database, act: ActInFile, judging: Judging): Promise<Decision<RequestEvent | PersonEvent>> {
  return db.transaction().execute(async (tx) => {
    await lockCase(tx, act.caseId)
    const taken = judging.judged.accepted ? await takeAsFact(tx, act, judging) : undefined
    // What is already recorded so is a fact all the same.
    if (taken !== undefined && isRefused(taken) && taken.refused !== 'nothing-changed') return taken
    return changeInFileIn(tx, requestThing, act, (request) => judgeAnswer(request, judging.answerId, judging.judged))
  })
}

/** Asked first whether it may be judged at all, so that a refusal leaves everything as it was. */
async function takeAsFact(tx: Database, { id, caseId, by }: ActInFile, { answerId, judged }: Judging): Promise<Decision<PersonEvent>> {
  const request = await requestThing.read(tx, id)
  if (request?.caseId !== caseId) return refuse('not-in-this-case')
  const decision = judgeAnswer(request, answerId, judged)
  if (isRefused(decision)) return decision
  const [person, answer] = [await readPerson(tx, request.personId), request.answers.find((each) => each.id === answerId)]
  if (person === undefined || answer === undefined || answer.proposes === null) return refuse('no-such-person')
  if (answer.proposes.fact === 'complied' && person.facts.actions !== undefined) return refuse('actions-judged-one-by-one')
  const facts = factsWith(person.facts, answer.proposes, { evidence: evidenceInAnswer(answer), reasons: judged.reasons })
  return correctPersonIn(tx, person.id, { identity: person.identity, facts, reasons: judged.reasons }, by)
}

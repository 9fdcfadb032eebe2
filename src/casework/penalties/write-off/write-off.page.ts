import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { newId, may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { inPounds, noPence, pence, subtractPence } from '#values'
import { readCase } from '../case/case.store.ts'
import { reasonsMax, writeOffByOneMaxPence } from '../limits.ts'
import { moneyOf } from '../payment/money.store.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { named, type Penalty } from '../penalty/penalty.ts'
import { maybePounds } from '../person/person-form.page.ts'
import { readPerson } from '../person/person.store.ts'
import { nameOf } from '../person/person.ts'
import { approveWriteOffs, proposeWriteOffs, seeWriteOffs } from '../rights.ts'
import { answerWriteOffOf, proposeWriteOffOf, reverseWriteOffsOf } from './change-write-off.store.ts'
import { approvalsNeeded } from './judge-write-off.ts'
import { reversedPence, type WriteOff, type WriteOffStage } from './write-off.ts'
import { classWords, writeOffClasses, writeOffCode, writeOffCodeNames, writeOffCodes } from './write-off-codes.ts'
import { latestWriteOffs, writeOffsOfPenalty, writeOffTotals } from './write-off.store.ts'

const template = 'casework/penalties/write-off/write-off.njk'
const reasons = z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax)
const shared = { template, what: 'write-offs', view, next: 'write-off' }

/** What was given up of one debt, and the form that proposes to give up more. */
export const writeOffPage = penaltyForm({
  ...shared,
  end: 'write-off',
  right: proposeWriteOffs,
  form: z.object({
    code: z.enum(writeOffCodeNames, 'Choose why it is given up'),
    amount: maybePounds.refine((amount) => amount !== null && amount > 0, 'Enter how much is given up'),
    evidence: z.string('Say what shows it').min(1, 'Say what shows it').max(reasonsMax),
    reasons,
  }),
  act: ({ db, clock }, { id }, { amount, ...proposing }, by) =>
    proposeWriteOffOf(db, id, { ...proposing, writeOffId: newId(), amountPence: amount ?? noPence, by: named(by), on: clock.today() }, by),
  done: { en: 'The write-off is proposed. Another officer answers it; until then nothing moves.', fr: 'L’abandon est proposé. Un autre agent y répondra.' },
})

export const answerWriteOffPage = penaltyForm({
  ...shared,
  end: 'write-off/approval',
  right: approveWriteOffs,
  form: z.object({ answer: z.enum(['approve', 'refuse'], 'Choose whether you agree'), answerReasons: reasons }),
  act: async ({ db, clock }, { id }, { answer, answerReasons }, by) => {
    const waiting = (await writeOffsOfPenalty(db, id)).find(({ stage }) => stage === 'proposed')
    if (waiting === undefined) return refuse('write-off-answered')
    return answerWriteOffOf(db, waiting.id, { approve: answer === 'approve', reasons: answerReasons, by: named(by), on: clock.today() }, by)
  },
  done: { en: 'Your answer is recorded.', fr: 'Votre réponse est enregistrée.' },
})

export const reverseWriteOffPage = penaltyForm({
  ...shared,
  end: 'write-off/reversal',
  right: approveWriteOffs,
  form: z.object({ reversalReasons: reasons }),
  act: ({ db, clock }, { id }, { reversalReasons }, by) => reverseWriteOffsOf(db, id, { on: clock.today(), reasons: reversalReasons }, by),
  done: { en: 'It is owed again.', fr: 'Le montant est de nouveau dû.' },
})

/** Everything given up, by class, and what waits for somebody’s answer. */
export const writeOffsPage = page({
  path: '/ledger/write-offs',
  right: seeWriteOffs,
  template: 'casework/penalties/write-off/write-offs.njk',
  show: async (_input, { db, officer }) => {
    const [totals, latest] = [await writeOffTotals(db), await latestWriteOffs(db)]
    const none = { count: 0, writtenOffPence: noPence, reversedPence: noPence }
    return {
      limit: inPounds(pence(writeOffByOneMaxPence)),
      page: may(officer, proposeWriteOffs) ? '/write-off' : '',
      totals: writeOffClasses.map((kind) => ({ words: classWords[kind], ...none, ...totals.find((total) => total.class === kind) })),
      waiting: latest.filter(({ stage }) => stage === 'proposed').map(shown),
      answered: latest.filter(({ stage }) => stage !== 'proposed').map(shown),
    }
  },
})

async function view(ctx: PageContext, penalty: Penalty): Promise<object | undefined> {
  const { db, officer } = ctx
  const [person, found, money, all] = [await readPerson(db, penalty.personId), await readCase(db, penalty.caseId), await moneyOf(db, penalty.id), await writeOffsOfPenalty(db, penalty.id)]
  if (person === undefined || found === undefined) return undefined
  const waiting = all.find(({ stage }) => stage === 'proposed')
  const subject = { state: found.stage }
  return {
    heading: `Write off: ${nameOf(person)}`, penalty, money,
    limit: inPounds(pence(writeOffByOneMaxPence)),
    waiting: waiting && shown(waiting),
    earlier: all.filter(({ stage }) => stage !== 'proposed').map(shown),
    mayAnswer: waiting !== undefined && may(officer, approveWriteOffs, subject) && ![waiting.proposedBy, ...waiting.approvals.map(({ by }) => by)].some(({ officerId }) => officerId === officer.id),
    mayPropose: waiting === undefined && money.owedPence > 0 && may(officer, proposeWriteOffs, subject),
    mayReverse: money.writtenOffPence > 0 && may(officer, approveWriteOffs, subject),
    codes: writeOffClasses.map((kind) => ({ words: classWords[kind], items: writeOffCodes.filter((each) => each.class === kind).map(({ code, words, evidence }) => ({ value: code, text: words, hint: { text: `Shown by: ${evidence.toLowerCase()}` } })) })),
  }
}

const stageWords: Readonly<Record<WriteOffStage, { readonly word: string; readonly kind: string }>> = {
  'proposed': { word: 'Waits for an answer', kind: 'waiting' },
  'refused': { word: 'Refused', kind: 'quiet' },
  'written-off': { word: 'Written off', kind: 'stop' },
}

function shown<Shown extends WriteOff>(writeOff: Shown) {
  const back = reversedPence(writeOff)
  const whole = back > 0 && back === writeOff.amountPence
  return {
    ...writeOff, words: writeOffCode(writeOff.code).words, classWords: classWords[writeOff.class], needed: approvalsNeeded(writeOff.amountPence),
    backPence: back, standsPence: subtractPence(writeOff.amountPence, back), state: whole ? { word: 'Owed again', kind: 'going' } : stageWords[writeOff.stage],
  }
}

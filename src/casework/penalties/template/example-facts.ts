import { assess, clocks, type ClockEvent, type ClockName } from '#law'
import { addPence, day, noPence } from '#values'
import type { LetterLanguage } from '../person/language.ts'
import { authorityFor } from '../notice/authority.ts'
import type { AmountCorrectedFacts, AnyLetterFacts, Calculation, CoveringLetterFacts, DayFact, InformationRequestFacts, LetterFacts, ObjectionDecisionFacts, PenaltyNoticeFacts, Purpose, RecoveryLetterFacts } from '../notice/letter-facts.ts'

/** An invented letter of each purpose, on which versions are read and compared. The law answers for it as for a real one. */
export function exampleFacts(purpose: Purpose, language: LetterLanguage): AnyLetterFacts {
  switch (purpose) {
    case 'information-request': return exampleRequest(language)
    case 'penalty-notice': return exampleNotice(language)
    case 'objection-decision': return exampleDecision(language)
    case 'amount-corrected': return exampleCorrected(language)
    case 'reminder':
    case 'letter-before-action': return exampleRecovery(purpose, language)
    case 'covering-letter': return exampleCovering(language)
  }
}

const foundOn = day('2026-02-03')
const issuedOn = day('2026-03-02')
const receivedOn = day('2026-03-20')
const toldOn = day('2026-05-04')
const decider = { officerId: 'example', name: 'An Example Officer' }

function letter(language: LetterLanguage): LetterFacts {
  return {
    language, demonstration: true, authority: authorityFor(true, []), caseReference: 'JX-2026-000000', reference: 'JX-2026-000000-D1',
    recipient: { name: 'Example Driver', attention: null, lines: ['1 Example Street', 'Example Town'], country: 'Romania' },
    capacity: 'driver', section: '32',
    incident: { place: 'Calais', occurredOn: foundOn, occurredAt: null, transporter: 'goods-vehicle', entrants: 2, tractor: 'EX 01 AMP', trailer: null },
  }
}

function exampleRequest(language: LetterLanguage): InformationRequestFacts {
  return { purpose: 'information-request', ...letter(language), sentOn: day('2026-02-05'), answerBy: day('2026-03-05'), questions: ['what-happened', 'means', 'papers'], duties: [], online: { address: 'https://example.org/answer', code: null } }
}

function exampleNotice(language: LetterLanguage): PenaltyNoticeFacts {
  const calculation = calculated(false)
  const dayOf = daysAfterEvents([{ type: 'notice-issued', on: issuedOn }])
  return {
    purpose: 'penalty-notice', ...letter(language), issuedOn, calculation, amountPence: calculation.codeFigurePence ?? noPence,
    reasons: 'Two people were found behind boxes in the load space. Nobody checked the vehicle after its last stop.', decidedBy: decider, decidedOn: day('2026-02-27'),
    lastDays: { pay: dayOf('pay'), object: dayOf('object'), decide: dayOf('decide'), appeal: dayOf('appeal') },
    answerToo: [{ reference: 'JX-2026-000000-O1', name: 'Example Haulage', capacity: 'owner', amountPence: null }], answersFor: [], insteadOfNoticeOn: null,
  }
}

function exampleDecision(language: LetterLanguage): ObjectionDecisionFacts {
  const calculation = calculated(true)
  const dayOf = daysAfterEvents([{ type: 'notice-issued', on: issuedOn }, { type: 'objection-received', on: receivedOn }, { type: 'objection-decided', on: toldOn }])
  return {
    purpose: 'objection-decision', ...letter(language), toldOn, receivedOn, outcome: 'reduce', calculation,
    beforePence: calculated(false).codeFigurePence ?? noPence, amountPence: calculation.codeFigurePence ?? noPence,
    reasons: 'The checklist that you sent shows that each stop was followed by a check.', determinedBy: decider,
    lastDays: { pay: dayOf('pay'), appeal: dayOf('appeal') },
  }
}

function exampleCorrected(language: LetterLanguage): AmountCorrectedFacts {
  const before = calculated(false).codeFigurePence ?? noPence
  return {
    purpose: 'amount-corrected', ...letter(language), writtenOn: day('2026-06-02'), beforePence: before, amountPence: calculated(true).codeFigurePence ?? noPence,
    reasons: 'What another person of the same find has shown holds for you too.', lastDayToPay: daysAfterEvents([{ type: 'notice-issued', on: issuedOn }])('pay'),
  }
}

function exampleRecovery(purpose: RecoveryLetterFacts['purpose'], language: LetterLanguage): RecoveryLetterFacts {
  const { amountPence, lastDays } = exampleNotice(language)
  return { purpose, ...letter(language), writtenOn: day('2026-05-12'), noticeOn: issuedOn, lastDayToPay: lastDays.pay.on, owedPence: amountPence }
}

function exampleCovering(language: LetterLanguage): CoveringLetterFacts {
  const facts = exampleNotice(language)
  return { purpose: 'covering-letter', ...letter(language), writtenOn: day('2026-03-18'), returnedOn: day('2026-03-16'), enclosed: { documentId: 'example', datedOn: issuedOn, templateVersion: 1, facts } }
}

function calculated(complied: boolean): Calculation {
  const { persons } = assess({ incident: { occurredOn: foundOn, transporter: 'goods-vehicle', section: '32', entrants: 2 }, persons: [{ id: 'driver', capacity: 'driver', complied }] })
  return { steps: persons.flatMap(({ steps }) => steps), codeFigurePence: addPence(...persons.flatMap(({ totalPence }) => totalPence ?? [])) }
}

function daysAfterEvents(events: readonly ClockEvent[]): (name: ClockName) => DayFact {
  const answers = clocks({ regime: 'R2026', events: [{ type: 'became-responsible', on: foundOn }, ...events] })
  return (name) => {
    const found = answers.find(({ clock }) => clock === name)
    if (found?.lastDay === undefined || found.lastDay === null) throw new Error(`The example has no last day to ${name}`)
    return { on: found.lastDay, steps: found.steps }
  }
}

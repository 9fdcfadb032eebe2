import { dayInWords, dayOf, inPounds } from '#values'
import type { HistoryEntry } from '#platform/events'
import type { AppealEvent } from '../appeal/appeal.ts'
import { diaryKindWords, outcomeWords } from '../appeal/appeal-words.ts'
import type { DetentionEvent } from '../detention/detention.ts'
import { isOfDetention, toldOfDetention } from '../detention/tell-detention.ts'
import type { CaseAllocated, CaseEvent, CaseTriaged, FindCorrected, PenaltyEvent, PersonEvent } from '../events.ts'
import { isOfFile, type FileEvent } from '../file/file-event.ts'
import { toldOfFile } from '../file/tell-file.ts'
import { figuresInWords } from '../means/judged-size.ts'
import { nameOf, type Person } from '../person/person.ts'
import { noActionWords, wrongPartyWords } from '../triage/triage-words.ts'
import type { TimelineEntry, Told } from './timeline-entry.ts'
import type { PaymentEvent } from '../payment/payment.ts'
import { isOfPayment, toldOfPayment } from '../payment/tell-payment.ts'
import { isOfRecovery, toldOfRecovery, type RecoveryEvent } from '../recovery/tell-recovery.ts'
import { isOfLetter, toldOfLetter, type LetterEvent } from '../returned-mail/tell-letter.ts'
import { capacityWords } from './words.ts'

/** What a line is about: the person, for acts on a person or their penalty. */
export type AboutWhom = ReadonlyMap<string, string>

export interface OfSomebody {
  readonly penalties: readonly { readonly id: string; readonly personId: string }[]
  /** What lies in the file, by its stream. */
  readonly inFile?: readonly { readonly stream: string; readonly personId: string | null }[]
}

export function aboutWhom(persons: readonly Person[], { penalties, inFile = [] }: OfSomebody): AboutWhom {
  const names = new Map(persons.map((person) => [person.id, `${nameOf(person)} (${capacityWords[person.capacity].toLowerCase()})`]))
  return new Map([
    ...[...names].map(([id, name]) => [`person:${id}`, name] as const),
    ...penalties.map(({ id, personId }) => [`penalty:${id}`, names.get(personId) ?? ''] as const),
    ...inFile.flatMap(({ stream, personId }) => (personId === null ? [] : [[stream, names.get(personId) ?? ''] as const])),
  ])
}

export function timelineEntries(entries: readonly HistoryEntry[], about: AboutWhom): readonly TimelineEntry[] {
  return entries.map((entry) => {
    const { by, under, stream } = entry
    const { text, reason, kind } = told(entry, about)
    const who = about.get(stream)
    return {
      on: dayOf(by.at), at: by.at, by: by.name, role: by.role.replaceAll('-', ' '), under,
      text: who === undefined ? text : `${text}: ${who}`,
      ...(reason === undefined || reason === '' ? {} : { reason }),
      ...(kind === undefined ? {} : { kind }),
    }
  })
}

function told(entry: HistoryEntry, about: AboutWhom): Told {
  if (entry.body === undefined) return { text: 'Erased under a retention rule' }
  if (entry.type === 'record-looked-at') return { text: `Looked: ${(entry.body as { readonly what?: string }).what ?? ''}`, ...(entry.by.reason === undefined ? {} : { reason: entry.by.reason }) }
  const event = entry.body as CaseEvent | PersonEvent | PenaltyEvent | AppealEvent | FileEvent | LetterEvent | DetentionEvent | RecoveryEvent | PaymentEvent
  switch (event.type) {
    case 'case-opened': return { text: `Case ${event.reference} opened`, kind: 'done' }
    case 'case-allocated': return toldOfAllocation(event)
    case 'assessment-proposed': return { text: `Assessment proposed under section ${event.section}` }
    case 'case-decided': return { text: 'Every person decided' }
    case 'assessment-withdrawn': return { text: 'Nothing is left to decide: facts are gathered again' }
    case 'case-partly-decided': return { text: 'Some persons decided' }
    case 'case-closed': return { text: 'Case closed', kind: 'done' }
    case 'case-put-first': return { text: `Put before other cases, by ${dayInWords(event.priority.byOn)}`, reason: event.priority.reasons }
    case 'case-no-longer-first': return { text: 'No longer before other cases', reason: event.reasons }
    case 'case-reopened': return { text: 'Case opened again', reason: event.reasons, kind: 'stop' }
    case 'find-corrected': return toldOfCorrection(event)
    case 'find-correction-considered': return { text: event.adopt ? 'Corrected find taken into the case' : 'Corrected find considered, the case left as it is', reason: event.reasons }
    case 'security-judged': return { text: `How the vehicle arrived was judged, ${event.security.found.filter(({ standing }) => standing === 'broken').length} of regulation 2A not met`, reason: event.security.reasons }
    case 'person-added': return { text: 'Person added' }
    case 'size-judged': return { text: `Size of the business: ${event.size.size} (${figuresInWords(event.size.figures)})`, reason: event.size.reasons }
    case 'actions-judged': return { text: `Actions judged one by one, ${event.actions.found.filter(({ standing }) => standing === 'not-shown').length} not shown`, reason: event.actions.reasons }
    case 'person-corrected': return { text: 'Person corrected', reason: event.reasons }
    case 'person-removed': return { text: `Wrong party: ${wrongPartyWords[event.removed.because].toLowerCase()}`, reason: event.removed.reasons, kind: 'stop' }
    case 'case-triaged': return toldOfTriage(event)
    case 'case-restricted': return { text: `Closed to all but ${event.restricted.to.map(({ name }) => name).join(', ')}`, reason: event.restricted.reasons, kind: 'stop' }
    case 'case-opened-to-all': return { text: 'Opened to everybody who works on cases', reason: event.reasons }
    case 'appeal-lodged':
    case 'appeal-diary-noted':
    case 'appeal-diary-closed':
    case 'appeal-concluded':
    case 'appeal-bundle-made':
    case 'appeal-costs-recorded':
    case 'appeal-costs-sent-back':
    case 'appeal-costs-paid': return toldOfAppeal(event)
    default: return toldOfRest(event, about)
  }
}

function toldOfRest(event: PenaltyEvent | FileEvent | LetterEvent | DetentionEvent | RecoveryEvent | PaymentEvent, about: AboutWhom): Told {
  if (isOfDetention(event)) return toldOfDetention(event)
  if (isOfFile(event)) return toldOfFile(event)
  if (isOfLetter(event)) return toldOfLetter(event)
  if (isOfRecovery(event)) return toldOfRecovery(event)
  return isOfPayment(event) ? toldOfPayment(event, (penaltyId) => about.get(`penalty:${penaltyId}`)) : toldOfPenalty(event)
}

function toldOfTriage({ triage }: CaseTriaged): Told {
  const text = triage.as === 'duplicate' ? `Ended as the same incident as ${triage.ofReference}` : `Ended without action: ${noActionWords[triage.because].toLowerCase()}`
  return { text, reason: triage.reasons, kind: 'done' }
}

function toldOfAllocation({ caseworker, how = 'taken', reasons }: CaseAllocated): Told {
  const text = how === 'taken' || how === 'next-case' ? `Taken by ${caseworker.name}` : `Given to ${caseworker.name}`
  return reasons === undefined ? { text } : { text, reason: reasons }
}

function toldOfCorrection({ correction: { changed, because, correctedBy, decidedBefore } }: FindCorrected): Told {
  const what = changed.map(({ fact, was, now }) => `${fact}: ${was} became ${now}`).join('; ')
  return { text: `Find corrected at the port by ${correctedBy}${what === '' ? ', nothing that the case rests on' : `. ${what}`}`, reason: because, ...(decidedBefore ? { kind: 'stop' } : {}) }
}

function toldOfAppeal(event: AppealEvent): Told {
  switch (event.type) {
    case 'appeal-lodged': return { text: `Appeal ${event.claimNumber} lodged with ${event.courtName} on ${dayInWords(event.lodgedOn)}`, reason: event.summary, kind: 'stop' }
    case 'appeal-diary-noted': return { text: `${diaryKindWords[event.entry.kind]} for ${dayInWords(event.entry.on)}`, reason: event.entry.what }
    case 'appeal-diary-closed': return { text: event.closed.as === 'done' ? 'Done for the court' : 'Taken back by the court', reason: event.closed.proof }
    case 'appeal-concluded': return { text: `Appeal: ${outcomeWords[event.conclusion.outcome]}`, reason: event.conclusion.reasons, kind: 'look' }
    case 'appeal-costs-recorded': return { text: `Costs of the appeal recorded: ${inPounds(event.paid.amountPence)} on ${dayInWords(event.paid.on)}, to be approved`, reason: event.paid.reference, kind: 'look' }
    case 'appeal-costs-sent-back': return { text: 'Costs of the appeal not approved', reason: event.reasons, kind: 'stop' }
    case 'appeal-costs-paid': return { text: `Costs of the appeal paid: ${inPounds(event.paid.amountPence)} on ${dayInWords(event.paid.on)}`, reason: event.paid.reference }
    case 'appeal-bundle-made': return { text: `Bundle of evidence ${event.number} made: ${event.items} items on ${event.pages} pages` }
  }
}

function toldOfPenalty(event: PenaltyEvent): Told {
  switch (event.type) {
    case 'penalty-proposed': return { text: `Code figure ${event.proposal.codeFigurePence === null ? 'not computed' : inPounds(event.proposal.codeFigurePence)}`, reason: event.proposal.note }
    case 'penalty-imported': return { text: `Came in from ${event.importedFrom}, where it was ${event.oldReference}: ${inPounds(event.decision.amountPence)} decided by ${event.decision.decidedBy.name} on ${dayInWords(event.decision.decidedOn)}`, reason: event.decision.reasons, kind: 'look' }
    case 'proposal-withdrawn': return { text: 'Proposal withdrawn', reason: event.reasons }
    case 'penalty-decided': return { text: `Penalty of ${inPounds(event.amountPence)} decided${event.departsFromCode ? ', departing from the code figure' : ''}`, reason: event.reasons, kind: 'look' }
    case 'no-penalty-decided': return { text: 'No penalty decided', reason: event.reasons, kind: 'done' }
    case 'notice-issued': return { text: `Notice of ${inPounds(event.amountPence)} issued, dated ${dayInWords(event.issuedOn)}` }
    case 'notice-issued-again': return { text: `Notice of ${inPounds(event.amountPence)} issued again after it came back, dated ${dayInWords(event.issuedOn)}`, reason: event.reasons, kind: 'stop' }
    case 'penalty-reduced': return { text: `Reduced from ${inPounds(event.fromPence)} to ${inPounds(event.toPence)}`, kind: 'look' }
    case 'penalty-increased': return { text: `Increased from ${inPounds(event.fromPence)} to ${inPounds(event.toPence)}: a new notice is needed`, kind: 'stop' }
    case 'penalty-cancelled': return { text: `Cancelled from ${inPounds(event.fromPence)}`, kind: 'done' }
    case 'penalty-settled': return { text: `Settled: ${event.how}`, kind: 'done' }
    case 'penalty-written-off': return { text: 'Written off, not paid', reason: event.why, kind: 'stop' }
    case 'penalty-reopened': return { text: 'Owed again', reason: event.reasons, kind: 'stop' }
    default: return toldOfObjection(event)
  }
}

type ObjectionEvent = Extract<PenaltyEvent, { type: 'objection-received' | 'late-objection-received' | 'late-objection-accepted' | 'late-objection-refused' | 'decision-time-agreed' | 'objection-determined' }>

function toldOfObjection(event: ObjectionEvent): Told {
  switch (event.type) {
    case 'objection-received': return { text: `Objection received on ${dayInWords(event.receivedOn)}, in time`, reason: event.summary }
    case 'late-objection-received': return { text: `Objection received on ${dayInWords(event.receivedOn)}, after the last day ${dayInWords(event.lastDay)}`, reason: event.summary, kind: 'stop' }
    case 'late-objection-accepted': return { text: 'Late objection accepted', reason: event.reasons }
    case 'late-objection-refused': return { text: 'Late objection refused', reason: event.reasons }
    case 'decision-time-agreed': return { text: `More time to decide agreed, until ${dayInWords(event.until)}`, reason: event.reasons }
    case 'objection-determined': return { text: `Objection determined: ${event.determination.outcome}`, reason: event.determination.reasons }
  }
}

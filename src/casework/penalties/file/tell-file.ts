import { dayInWords } from '#values'
import type { Told } from '../case/timeline-entry.ts'
import type { EvidenceEvent } from '../evidence/evidence.ts'
import type { RequestEvent } from '../information-request/information-request.ts'
import type { FileEvent } from './file-event.ts'
import { closedWords, evidenceKindWords, flagWords, linkWords, noteCategoryWords, representativeKindWords, roadWords } from './file-words.ts'

/** What the timeline says of an act on the file. */
export function toldOfFile(event: FileEvent): Told {
  switch (event.type) {
    case 'flag-raised': return { text: `Flag raised: ${flagWords[event.kind].word}`, reason: event.reasons, kind: 'stop' }
    case 'flag-reviewed': return { text: `Flag looked at again and left, until ${dayInWords(event.reviewOn)}`, reason: event.review.reasons }
    case 'flag-lowered': return { text: 'Flag lowered', reason: event.lowered.reasons, kind: 'done' }
    case 'representative-appointed': return { text: `${representativeKindWords[event.kind]} speaks for the person: ${event.name}, from ${dayInWords(event.fromOn)}` }
    case 'representation-ended': return { text: `Representation ended on ${dayInWords(event.ended.on)}`, reason: event.ended.reasons }
    case 'note-written': return { text: `Note, ${noteCategoryWords[event.category].toLowerCase()}`, reason: event.text }
    case 'note-struck': return { text: 'Note struck through', reason: event.struck.reasons }
    case 'cases-linked': return { text: `Linked to another case: ${linkWords[event.kind].toLowerCase()}`, reason: event.reasons }
    case 'cases-unlinked': return { text: 'Link to another case undone', reason: event.undone.reasons }
    case 'person-link-made': return { text: `Given a code for the public door, until ${dayInWords(event.lastDay)}`, reason: event.reasons }
    case 'person-link-ended': return { text: 'Code for the public door ended', reason: event.ended.reasons, kind: 'stop' }
    case 'evidence-added':
    case 'evidence-redacted':
    case 'evidence-transcribed':
    case 'evidence-disclosure-set':
    case 'evidence-shown':
    case 'evidence-commented':
    case 'evidence-infected':
    case 'evidence-released':
    case 'evidence-withdrawn': return toldOfEvidence(event)
    default: return toldOfRequest(event)
  }
}

function toldOfEvidence(event: EvidenceEvent): Told {
  switch (event.type) {
    case 'evidence-added': return { text: `Evidence added: ${event.title} (${evidenceKindWords[event.kind].toLowerCase()}), from ${event.provenance.suppliedBy}, ${roadWords[event.provenance.road].toLowerCase()}` }
    case 'evidence-redacted': return { text: `Redacted twin made, covering ${event.twin.covers}`, reason: event.twin.reasons }
    case 'evidence-transcribed': return { text: 'Evidence typed out' }
    case 'evidence-disclosure-set': return { text: event.disclosure === 'as-it-is' ? 'Evidence may leave as it is' : 'Evidence may leave only redacted', reason: event.reasons }
    case 'evidence-shown': return { text: event.shown.to.length === 0 ? 'Evidence is shown to nobody outside any more' : `Evidence shown at the public door to ${event.shown.to.length} of the persons`, reason: event.shown.reasons }
    case 'evidence-commented': return { text: `Comment on evidence from ${event.comment.from}`, reason: event.comment.says, kind: 'look' }
    case 'evidence-infected': return { text: `Virus scanner found ${event.infected.threat}: the file is kept apart`, kind: 'stop' }
    case 'evidence-released': return { text: 'Virus scanner finds nothing any more: the file can be opened again' }
    case 'evidence-withdrawn': return { text: 'Evidence withdrawn', reason: event.withdrawn.reasons, kind: 'stop' }
  }
}

function toldOfRequest(event: RequestEvent): Told {
  switch (event.type) {
    case 'information-requested': return { text: `Information asked for, to answer by ${dayInWords(event.answerBy)}` }
    case 'answer-reminded': return { text: 'Reminded of the request for information' }
    case 'more-time-to-answer': return { text: `More time to answer, until ${dayInWords(event.moreTime.until)}`, reason: event.moreTime.reasons }
    case 'answers-received': return { text: `Answers received: ${event.answers.length}${event.answers.some(({ isLate }) => isLate) ? ', late and read all the same' : ''}`, kind: 'look' }
    case 'answer-judged': return { text: event.judged.accepted ? 'Answer taken as a fact' : 'Answer not taken as a fact', reason: event.judged.reasons }
    case 'information-request-closed': return { text: `Request for information closed: ${closedWords[event.closed.as].toLowerCase()}`, reason: event.closed.reasons }
  }
}

import type { LinkKind } from '../case-link/case-link.ts'
import type { EvidenceKind, EvidenceRoad, SeenAtScene } from '../evidence/evidence.ts'
import type { FlagKind } from '../flag/flag.ts'
import type { Answer, InformationRequest, RequestRoad } from '../information-request/information-request.ts'
import type { ProposedFact, QuestionCode } from '../information-request/questions.ts'
import type { NoteCategory } from '../note/note.ts'
import { languageNames } from '../person/language.ts'
import type { PersonFacts } from '../person/person.ts'
import { inPounds } from '#values'
import { sizeWords } from '../case/words.ts'
import type { RepresentativeKind, Scope } from '../representative/representative.ts'

export const flagWords: Readonly<Record<FlagKind, { readonly word: string; readonly means: string }>> = {
  vulnerability: { word: 'Vulnerable person', means: 'Nobody is chased; letters and calls are made with care.' },
  hold: { word: 'Hold', means: 'Nothing moves by itself and nobody is chased until a person says so.' },
  litigation: { word: 'Litigation', means: 'Lawyers have it. Nobody is chased, and nothing is sent without asking them.' },
  press: { word: 'Press interest', means: 'Questions go to the press office. Nothing moves by itself.' },
  safety: { word: 'Safety', means: 'Somebody could be harmed. Read the reasons before you call or visit.' },
}

export const evidenceKindWords: Readonly<Record<EvidenceKind, string>> = {
  'checklist': 'Checklist', 'instructions': 'Written instructions', 'statement': 'Statement or interview', 'photograph': 'Photograph',
  'vehicle-papers': 'Papers of the vehicle or load', 'business-size': 'Size of the business', 'means': 'Means of an individual', 'correspondence': 'Letter or e-mail', 'other': 'Something else',
}

export const roadWords: Readonly<Record<EvidenceRoad, string>> = {
  'at-the-scene': 'At the scene', 'from-the-port': 'From the port, later', 'post': 'By post', 'e-mail': 'By e-mail', 'by-hand': 'By hand', 'online': 'Online',
}

export const seenWords: Readonly<Record<SeenAtScene, string>> = {
  'seen': 'Seen by an officer at the scene', 'not-seen': 'Not seen at the scene', 'not-known': 'Nobody has said',
}

export const representativeKindWords: Readonly<Record<RepresentativeKind, string>> = {
  'solicitor': 'Solicitor or barrister', 'trade-body': 'Trade body', 'employer': 'Employer', 'insurer': 'Insurer', 'family-or-friend': 'Family or friend', 'other': 'Somebody else',
}

export const scopeWords: Readonly<Record<Scope, string>> = {
  'letters': 'Letters go to them', 'answers': 'They answer our questions', 'objection-and-appeal': 'They object and appeal', 'payment': 'They deal with payment',
}

export const noteCategoryWords: Readonly<Record<NoteCategory, string>> = {
  'telephone': 'Telephone call', 'meeting': 'Meeting', 'legal-advice': 'Legal advice', 'handling': 'How to handle the case', 'quality-check': 'Quality check', 'other': 'Other',
}

export const linkWords: Readonly<Record<LinkKind, string>> = {
  'same-vehicle': 'Same vehicle', 'same-party': 'Same person or company', 'same-operation': 'Same operation or gang', 'leads': 'Lead case and follower', 'other': 'Another reason', 'duplicate': 'The same incident twice',
}

export const requestRoadWords: Readonly<Record<RequestRoad, string>> = { 'post': 'Post', 'e-mail': 'E-mail', 'by-hand': 'By hand' }

export const closedWords: Readonly<Record<NonNullable<InformationRequest['closed']>['as'], string>> = {
  'answered': 'Answered', 'unanswered': 'Not answered', 'taken-back': 'Taken back',
}

/** How an answer came; nothing for one on paper, as all once were. */
export function howItCame({ came, declared }: Pick<Answer, 'came' | 'declared'>): string {
  if (came === 'on-behalf') return 'typed by an officer in their place'
  if (declared === undefined) return ''
  const who = declared.as === 'self' ? 'for themselves' : 'by a representative whose authority is in the file'
  return `sent online in the ${languageNames[declared.language]} pages ${who}, receipt ${declared.receipt}`
}

/** How the case page names a question; the letter asks it in full. */
export const questionWords: Readonly<Record<QuestionCode, string>> = {
  'what-happened': 'What happened on the journey',
  'actions-taken': 'Took the actions the regulations ask of this person',
  'absent-and-acted': 'Was not on the journey, and acted to ensure compliance',
  'accreditation': 'Accreditation at the time',
  'duress': 'Acted under duress',
  'business-size': 'Size of the business',
  'means': 'What the person can bear',
  'who-had-the-vehicle': 'Who owned, hired or used the vehicle that day',
  'papers': 'Papers they want us to read',
}

const factWords: Readonly<Record<ProposedFact['fact'], string>> = {
  complied: 'Took the required actions', duress: 'Acted under duress', accreditedAtIncident: 'Accredited at the incident', employedByAccredited: 'Employed by a member',
  absentAndActedToComply: 'Absent, and acted to comply', businessSize: 'Size of business', means: 'Assessed means',
}

/** A proposed fact in words: what, and which value. */
export function inWords(proposed: ProposedFact): string {
  return `${factWords[proposed.fact]}: ${valueInWords(proposed)}`
}

/** What is recorded of the same fact now. */
export function recordedInWords(facts: PersonFacts, { fact }: ProposedFact): string {
  if (fact === 'businessSize') return facts.businessSize === null ? 'not shown' : sizeWords[facts.businessSize]
  if (fact === 'means') return facts.means === null ? 'not asked for' : inPounds(facts.means.amountPence)
  if (fact === 'complied' && facts.actions !== undefined) return 'judged action by action'
  if (fact === 'complied' || fact === 'duress') return yesOrNo(facts[fact]?.found)
  return yesOrNo(facts[fact])
}

function yesOrNo(found: boolean | undefined): string {
  if (found === undefined) return 'not judged yet'
  return found ? 'yes' : 'no'
}

function valueInWords(proposed: ProposedFact): string {
  switch (proposed.fact) {
    case 'businessSize': return sizeWords[proposed.size]
    case 'means': return inPounds(proposed.amountPence)
    case 'complied':
    case 'duress': return yesOrNo(proposed.found)
    default: return yesOrNo(proposed.is)
  }
}

import { businessSizes, type BusinessSize, type Capacity } from '#law'
import type { Pence } from '#values'
import type { Person } from '../person/person.ts'

/** What a request can ask. Each but the first and the last two feeds one fact on which the amount rests. */
export const questionCodes = ['what-happened', 'actions-taken', 'absent-and-acted', 'accreditation', 'duress', 'business-size', 'means', 'who-had-the-vehicle', 'papers'] as const
export type QuestionCode = (typeof questionCodes)[number]

/** What an answer proposes to take as a fact. A person accepts it or not; nothing is taken by itself. */
export type ProposedFact =
  | { readonly fact: 'complied' | 'duress'; readonly found: boolean }
  | { readonly fact: 'accreditedAtIncident' | 'employedByAccredited' | 'absentAndActedToComply'; readonly is: boolean }
  | { readonly fact: 'businessSize'; readonly size: BusinessSize }
  | { readonly fact: 'means'; readonly amountPence: Pence }

/** How a question is answered on the form: in words alone, or also by a fact. */
export type AnswerForm = 'words' | 'yes-no' | 'size' | 'amount'

export interface Question {
  readonly code: QuestionCode
  readonly form: AnswerForm
  /** Asked of these only; left out: of everybody. */
  readonly of?: (person: Person) => boolean
}

const isCompany = ({ identity }: Person) => identity.company !== null
const keeps = ({ capacity }: Pick<Person, 'capacity'>) => capacity === 'owner' || capacity === 'hirer'

export const questions: readonly Question[] = [
  { code: 'what-happened', form: 'words' },
  { code: 'actions-taken', form: 'yes-no' },
  { code: 'absent-and-acted', form: 'yes-no', of: keeps },
  { code: 'accreditation', form: 'yes-no' },
  { code: 'duress', form: 'yes-no' },
  { code: 'business-size', form: 'size', of: isCompany },
  { code: 'means', form: 'amount', of: (person) => !isCompany(person) },
  { code: 'who-had-the-vehicle', form: 'words', of: keeps },
  { code: 'papers', form: 'words' },
]

/** Each person is asked about their own duties and circumstances, and about nobody else's (legal.md 2.5). */
export function questionsFor(person: Person): readonly Question[] {
  return questions.filter(({ of }) => of === undefined || of(person))
}

export function questionOf(code: QuestionCode): Question {
  const found = questions.find((question) => question.code === code)
  if (found === undefined) throw new Error(`There is no question ${code}`)
  return found
}

const yesNoFact: Readonly<Partial<Record<QuestionCode, (said: boolean, capacity: Capacity) => ProposedFact>>> = {
  'actions-taken': (found) => ({ fact: 'complied', found }),
  'absent-and-acted': (is) => ({ fact: 'absentAndActedToComply', is }),
  'accreditation': (is, capacity) => ({ fact: keeps({ capacity }) ? 'accreditedAtIncident' : 'employedByAccredited', is }),
  'duress': (found) => ({ fact: 'duress', found }),
}

/** What somebody typed for one question: in words, and in short where the question can be answered so. */
export interface TypedAnswer {
  readonly says: string
  readonly shows: string
}

export function saysNothing({ says, shows }: TypedAnswer): boolean {
  return says.trim() === '' && shows === ''
}

/** The fact that an answer proposes; null where it proposes none. */
export function factProposed(code: QuestionCode, capacity: Capacity, said: string | Pence | null): ProposedFact | null {
  const { form } = questionOf(code)
  if (said === null || said === '') return null
  if (form === 'yes-no' && (said === 'yes' || said === 'no')) return yesNoFact[code]?.(said === 'yes', capacity) ?? null
  if (form === 'amount' && typeof said === 'number') return { fact: 'means', amountPence: said }
  const size = businessSizes.find((each) => each === said)
  return form === 'size' && size !== undefined ? { fact: 'businessSize', size } : null
}

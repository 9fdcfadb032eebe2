import { z } from 'zod'
import { recordLook } from '#platform/events'
import type { PageContext } from '#platform/web'
import { isAfter, type By, type CalendarDate } from '#values'
import { readCase } from '../case/case.store.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { InformationRequest } from '../information-request/information-request.ts'
import { requestThing } from '../information-request/request.store.ts'
import { speech, type Speech } from '../notice/letter-speech.ts'
import { ownWords } from '../notice/letter-words.ts'
import { penaltyReference } from '../notice/penalty-reference.ts'
import { letterLanguageFor, letterLanguages, ownNames } from '../person/language.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf, type Person } from '../person/person.ts'
import { codeAsTyped } from '../person-link/code.ts'
import { isOpenOn, type PersonLink } from '../person-link/person-link.ts'
import { linkOfCode } from '../person-link/person-link.store.ts'
import type { Draft } from './draft.ts'
import { readDraft } from './draft.store.ts'

export const ownParams = z.object({ code: z.string().refine((code) => codeAsTyped(code) === code) })

/** The case as one person of it has it open at the public door. */
export interface OwnCase {
  readonly code: string
  readonly link: PersonLink
  readonly found: PenaltyCase
  readonly person: Person
  readonly reference: string
  /** What we ask: the request that still waits, or else the last one. */
  readonly request: InformationRequest | undefined
  readonly draft: Draft
  readonly speech: Speech
}

/** Opens it for whoever holds the code, and logs the look. Undefined where no open link has this code. */
export async function openOwnCase(ctx: PageContext, code: string, what: string): Promise<OwnCase | undefined> {
  const { db, clock } = ctx
  const link = await linkOfCode(db, code)
  if (link === undefined || !isOpenOn(link, clock.today())) return undefined
  const [found, persons, requests, saved] = await Promise.all([readCase(db, link.caseId), personsOfCase(db, link.caseId), requestThing.ofCase(db, link.caseId), readDraft(db, link.id)])
  const person = persons.find(({ id }) => id === link.personId)
  if (found === undefined || person === undefined) return undefined
  const asked = requests.filter(({ personId, closed }) => personId === person.id && closed?.as !== 'taken-back')
  const draft = saved ?? { language: letterLanguageFor(person.identity.noticeLanguage), answers: {} }
  const own = { code, link, found, person, draft, reference: penaltyReference(found, persons, person), request: asked.findLast(({ closed }) => closed === null) ?? asked.at(-1), speech: speech(draft.language) }
  await recordLook(db, { subject: `case:${found.id}`, what: `at the public door: ${what}`, by: throughLink(ctx, own, 'The person’s own case') })
  return own
}

/** Whoever holds the code did this: who that was, nobody has seen. */
export function throughLink({ clock, site }: PageContext, { link, person }: Pick<OwnCase, 'link' | 'person'>, reason: string): By {
  return { officerId: `person-link:${link.id}`, name: `${nameOf(person)}, at the public door`, role: 'visitor', site, at: clock.now(), reason }
}

export const addressOfOwn = (code: string) => `/answer/${code}`

type Say = (name: keyof typeof ownWords, facts?: Readonly<Record<string, string>>) => string

/** What every page of theirs shows: the last day, the reference, the choice of language and the way back. */
export function ownView({ code, link, reference, request, draft, speech }: OwnCase, { clock }: PageContext, rest: object): object {
  const say: Say = (name, facts) => speech.say(ownWords[name], facts)
  return {
    isPrivate: true, at: addressOfOwn(code), say, reference, lang: draft.language, isTranslated: draft.language !== 'en',
    languages: letterLanguages.map((tag) => ({ tag, name: ownNames[tag], isChosen: tag === draft.language })),
    lastDay: request && say('lastDay', { day: speech.day(request.answerBy) }),
    isPast: request !== undefined && isAfter(clock.today(), request.answerBy),
    keptUntil: say('keptUntil', { day: speech.day(link.lastDay) }),
    inDays: (on: CalendarDate) => speech.day(on),
    ...rest,
  }
}

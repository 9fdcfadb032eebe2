import type { Capacity } from '#law'

/** What a browser sends: a name once, or several times. */
export type Asked = Readonly<Record<string, string | readonly string[]>>

/** The people a visitor can add. With a detached trailer the operator takes the driver's place. */
export const askedPeople = ['driver', 'owner', 'hirer'] as const
export type AskedPerson = (typeof askedPeople)[number]

const shown = ['complied', 'accredited', 'employedByAccredited', 'absentAndActedToComply', 'duress'] as const

/** As many as can raise a starting point. */
export const askedPriors = [1, 2] as const

/** Turns the form's answers into what the contract reads. Whatever is wrong with them is for the contract to say. */
export function askedPenalty(asked: Asked): unknown {
  return {
    incident: {
      occurredOn: text(asked, 'occurredOn'),
      place: text(asked, 'place'),
      transporter: text(asked, 'transporter'),
      section: text(asked, 'section'),
      entrants: number(text(asked, 'entrants')),
    },
    persons: peopleAsked(asked).map((person) => personAsked(asked, person)),
  }
}

export function peopleAsked(asked: Asked): readonly AskedPerson[] {
  return askedPeople.filter((person) => isYes(asked, person))
}

function personAsked(asked: Asked, person: AskedPerson): object {
  const of = (field: string): string | undefined => text(asked, `${person}-${field}`)
  return {
    id: person,
    capacity: capacityOf(asked, person),
    ...Object.fromEntries(shown.map((field) => [field, isYes(asked, `${person}-${field}`)])),
    underContractWith: of('underContractWith'),
    businessSize: of('businessSize'),
    meansAmountPence: pencePerEntrant(of('meansAmount')),
    earlierPenalties: askedPriors.flatMap((nth) => priorAsked(asked, `${person}-prior${nth}`)),
  }
}

function capacityOf(asked: Asked, person: AskedPerson): Capacity {
  return person === 'driver' && text(asked, 'transporter') === 'detached-trailer' ? 'operator' : person
}

function priorAsked(asked: Asked, name: string): readonly object[] {
  const issuedOn = text(asked, `${name}-issuedOn`)
  return issuedOn === undefined ? [] : [{ issuedOn, section: text(asked, `${name}-section`), status: text(asked, `${name}-status`) }]
}

/** Pounds as a person types them, such as `36` or `36.50`; anything else is passed on for the contract to refuse. */
function pencePerEntrant(pounds: string | undefined): unknown {
  if (pounds === undefined) return undefined
  const [, whole, odd = '00'] = /^£?\s*(\d{1,7})(?:[.,](\d{2}))?$/.exec(pounds) ?? []
  return whole === undefined ? pounds : Number(whole) * 100 + Number(odd)
}

function number(typed: string | undefined): unknown {
  return typed !== undefined && /^\d+$/.test(typed) ? Number(typed) : typed
}

function isYes(asked: Asked, name: string): boolean {
  return text(asked, name) === 'yes'
}

export function text(asked: Asked, name: string): string | undefined {
  const value = asked[name]
  const first = typeof value === 'string' ? value : value?.[0]
  return first === undefined || first.trim() === '' ? undefined : first.trim()
}

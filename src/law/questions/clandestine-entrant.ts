import type { CalendarDate } from '#values'
import { carriageToBeShown } from '../instruments/decided-cases.ts'
import { clandestineEntrant, concealedMeans, penaltyForEachEntrant, sameTransporter } from '../instruments/immigration-and-asylum-act-1999.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'

/** How a person came, by the paragraphs of section 32(1); `none` when not concealed at all. */
export type ConcealmentRoute = 'a' | 'aa' | 'b' | 'c' | 'none'

export interface PersonFound {
  readonly on: CalendarDate
  readonly route: ConcealmentRoute
  readonly claimsAsylum: boolean
  readonly evadesControl: boolean
  /** Shown, on the balance of probabilities, to have come in that vehicle: seen near it is not enough. */
  readonly isCarriageShown: boolean
  /** Concealed in the same transporter, which is the lorry and not the ferry that carries it, as somebody who is a clandestine entrant: a child, for instance, who claims nothing. */
  readonly isConcealedWithEntrant?: boolean
}

/** Both elements are needed: concealed, and seeking asylum or evading control. */
export function isClandestineEntrant({ on, route, claimsAsylum, evadesControl, isCarriageShown }: PersonFound): Answer<boolean> {
  const { value, under } = inForce(clandestineEntrant, on)
  const isConcealed = route !== 'none' && value.routes.includes(route)
  return { value: isCarriageShown && isConcealed && (claimsAsylum || evadesControl), under: [...under, citationOf(concealedMeans), citationOf(carriageToBeShown)] }
}

/** Everyone who carries a penalty: the entrants, and those concealed with one. */
export function carriesPenalty(person: PersonFound): Answer<boolean> {
  const entrant = isClandestineEntrant(person)
  const isConcealed = person.isCarriageShown && person.route !== 'none'
  return { value: entrant.value || (isConcealed && person.isConcealedWithEntrant === true), under: [...entrant.under, citationOf(penaltyForEachEntrant), citationOf(sameTransporter)] }
}

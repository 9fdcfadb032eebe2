import type { CalendarDate, Citation } from '#values'
import type { Words } from './words.ts'

/** How we know a rule: read in the official text, reported by others who quote it, worked out from those, or not confirmed. */
export type Standing = 'read' | 'reported' | 'derived' | 'unconfirmed'

/** The wording a provision had from one day to another, both included. `rule: null` says that it was not in force. */
export interface Form<Rule> {
  readonly from: CalendarDate
  readonly to?: CalendarDate
  readonly madeBy: string
  readonly rule: Rule | null
}

export interface Provision<Rule> extends Citation {
  readonly standing: Standing
  /** The rule in our words, whatever its figures are on the day. */
  readonly says: Words
  /** Present where the figures in its forms are amounts of money. */
  readonly unit?: 'pence'
  readonly forms: readonly Form<Rule>[]
}

/** A value with the provisions it was found under. */
export interface Answer<Value> {
  readonly value: Value
  readonly under: readonly Citation[]
}

export class NotInForce extends Error {
  constructor(provision: Citation, on: CalendarDate, reason: string) {
    super(`${provision.cite} has no form on ${on}: ${reason}`)
    this.name = 'NotInForce'
  }
}

/** The one form that applies on a day. Throws for none or several: the law never falls back in silence. */
export function formOn<Rule>(provision: Provision<Rule>, on: CalendarDate): Form<Rule> {
  const [form, ...others] = provision.forms.filter((each) => each.from <= on && (each.to === undefined || on <= each.to))
  if (form === undefined) throw new NotInForce(provision, on, 'no form covers that day')
  if (others.length > 0) throw new NotInForce(provision, on, 'more than one form covers that day')
  return form
}

export function inForce<Rule>(provision: Provision<Rule>, on: CalendarDate): Answer<Rule> {
  const { rule, madeBy } = formOn(provision, on)
  if (rule === null) throw new NotInForce(provision, on, `not in force (${madeBy})`)
  return { value: rule, under: [citationOf(provision)] }
}

/** For questions whose answer depends on whether the provision existed at all. */
export function isInForce<Rule>(provision: Provision<Rule>, on: CalendarDate): boolean {
  return formOn(provision, on).rule !== null
}

export function citationOf({ cite, url }: Citation): Citation {
  return { cite, url }
}

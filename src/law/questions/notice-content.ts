import type { CalendarDate } from '#values'
import type { ServiceWay } from '../challenge.ts'
import { contentOfNotice, waysOfService } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { inForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'

/** What a notice of that day must say. */
export function noticeMustSay(issuedOn: CalendarDate): Answer<readonly Requirement[]> {
  return inForce(contentOfNotice, issuedOn)
}

/** Whether something may reach a person abroad in this way, on that day. */
export function mayServeBy(way: ServiceWay, on: CalendarDate): Answer<boolean> {
  const { value, under } = inForce(waysOfService, on)
  return { value: value.includes(way), under }
}

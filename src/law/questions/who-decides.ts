import type { CalendarDate } from '#values'
import { automatedDecisionsInCasework, decidedByAPerson, solelyAutomatedDecisions } from '../instruments/logs-and-automated-decisions.ts'
import { decidedBySeniorOfficer, heardBeforePenalty } from '../instruments/home-office-practice.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'

/** What there must be beside a computation before a penalty, a detention or a stop: a named senior officer, reasons, and sight of the facts. */
export function neededToDecide(on: CalendarDate): Answer<readonly Requirement[]> {
  const { value, under } = inForce(decidedByAPerson, on)
  return { value, under: [...under, citationOf(decidedBySeniorOfficer), citationOf(solelyAutomatedDecisions), citationOf(automatedDecisionsInCasework)] }
}

/** Who is heard before anybody decides, and how. */
export function heardBeforeDecision(on: CalendarDate): Answer<readonly Requirement[]> {
  return inForce(heardBeforePenalty, on)
}

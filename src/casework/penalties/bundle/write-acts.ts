import type { BundleBlock } from '#platform/documents'
import { dayInWords, inPounds } from '#values'
import type { EvidenceBefore } from '../evidence/evidence-before.ts'
import type { PenaltyDecided, PenaltyEvent, PenaltyProposed } from '../events.ts'
import { calculationOf } from '../notice/gather-letter-facts.ts'
import { heading, ladder, paragraph } from '../notice/letter-parts.ts'
import { speech } from '../notice/letter-speech.ts'
import type { Determination, ObjectionGrounds, Snapshot } from '../penalty/penalty.ts'
import type { Person } from '../person/person.ts'
import type { WrittenItem } from './bundle.ts'
import { fill, fit } from './columns.ts'
import { reasonsGiven } from './write-find.ts'
import { record } from './write-record.ts'

/** One act on the penalty, with who did it. */
export interface Done {
  /** Its place in the penalty's history: two assessments have two places. */
  readonly place: number
  readonly event: PenaltyEvent
  readonly by: string
}

export const groundWords: Readonly<Record<ObjectionGrounds, string>> = { 'not-liable': 'not liable', 'too-high': 'the amount is too high', 'both': 'not liable, and the amount is too high' }

/** Every assessment, decision, objection and determination that the penalty has had, in the order in which they happened. */
export function writeActs(acts: readonly Done[], person: Person): readonly WrittenItem[] {
  return acts.flatMap(({ place, event, by }) => {
    const written = writeAct(event, person)
    return written === undefined ? [] : [record({ ...written, key: `${event.type}:${place}`, from: `The case’s own record of what ${by} did` })]
  })
}

type Act = Pick<WrittenItem, 'title' | 'on' | 'blocks'>

function writeAct(event: PenaltyEvent, person: Person): Act | undefined {
  switch (event.type) {
    case 'penalty-proposed': return assessment(event, person)
    case 'penalty-decided': return decision(event)
    case 'objection-received':
    case 'late-objection-received': return {
      title: 'Objection', on: event.receivedOn,
      blocks: [paragraph(`Received on ${dayInWords(event.receivedOn)} from ${event.objector}; the last day to object was ${dayInWords(event.lastDay)}. Ground: ${groundWords[event.grounds]}.`), ...reasonsGiven(event.summary)],
    }
    case 'objection-determined': return determined(event.determination, person)
    default: return undefined
  }
}

function assessment({ proposal }: PenaltyProposed, person: Person): Act {
  const { note, proposedOn, proposedBy, snapshot } = proposal
  return { title: 'Assessment with each step and its source', on: proposedOn, blocks: [paragraph(`Proposed by ${proposedBy.name}.`), ...reasonsGiven(note), ...steps(snapshot, person)] }
}

function decision({ amountPence, decidedBy, decidedOn, departsFromCode, reasons, readings, selfReportOverride, evidence }: PenaltyDecided): Act {
  return {
    title: 'Decision to impose the penalty', on: decidedOn,
    blocks: [
      paragraph(`${inPounds(amountPence)}, decided by ${decidedBy.name}${departsFromCode ? ', departing from the code figure' : ''}.`),
      heading('Reasons'), ...reasonsGiven(reasons),
      ...readings.map(({ point, reading }) => paragraph(`Where the law can be read two ways, point ${point} was read as ${reading}.`)),
      ...(selfReportOverride === null ? [] : [heading('Why a driver who raised the alarm was penalised'), ...reasonsGiven(selfReportOverride)]),
      ...(evidence === undefined ? [] : seenBefore(evidence)),
    ],
  }
}

/** What the decider had opened, by the hash of what was on the screen, and what not. */
function seenBefore({ opened, unopened }: EvidenceBefore): readonly BundleBlock[] {
  if (opened.length + unopened.length === 0) return []
  const rows = [...opened.map(({ title, lastOn, sha256 }) => [title, dayInWords(lastOn), sha256.slice(0, 16)]), ...unopened.map(({ title }) => [title, 'Not opened', ''])]
  return [{ kind: 'rows', caption: 'Evidence opened before the decision', columns: [fill('Evidence'), fit('Last opened'), fit('SHA-256 begins')], rows }]
}

const outcomeWords: Readonly<Record<Determination['outcome'], string>> = { uphold: 'The amount stands', reduce: 'Reduced', cancel: 'Cancelled', increase: 'Increased, by a new notice' }

function determined({ outcome, beforePence, amountPence, determinedBy, toldOn, reasons, snapshot }: Determination, person: Person): Act {
  return {
    title: 'Determination of the objection', on: toldOn,
    blocks: [
      paragraph(`${outcomeWords[outcome]}: ${inPounds(beforePence)} before, ${inPounds(amountPence)} after. Determined by ${determinedBy.name}; the objector was told on ${dayInWords(toldOn)}.`),
      heading('Reasons'), ...reasonsGiven(reasons),
      ...(snapshot === null ? [] : [heading('The law asked again on the facts as they then stood'), ...steps(snapshot, person)]),
    ],
  }
}

/** The same ladder as in the notice; before 2023 no figure is computed, and the steps stand without a total. */
function steps(snapshot: Snapshot, person: Person): readonly BundleBlock[] {
  const calculation = calculationOf(snapshot, person)
  const { codeFigurePence } = calculation
  if (codeFigurePence !== null) return [ladder(speech('en'), calculation, { label: 'The code comes to', amountPence: codeFigurePence })]
  return [{ kind: 'rows', caption: '', columns: [fill('Step'), fill('Source')], rows: calculation.steps.map(({ text, cite }) => [text, cite]) }]
}

/** What a figure's number is a number of: people, vehicles and events are never added together (operations.md N26). */
export type Unit = 'searches' | 'detections' | 'people' | 'cases' | 'notices' | 'objections' | 'decisions' | 'payments' | 'pence'

/** A figure of the year, with the words that say exactly what it counts. */
export interface Measure {
  readonly id: string
  readonly title: string
  readonly definition: string
  readonly unit: Unit
  /** The event that is counted. */
  readonly event: string
  /** The field of the event that is added up; absent counts one for each event. */
  readonly sum?: string
}

export const measures: readonly Measure[] = [
  { id: 'searches', title: 'Searches', unit: 'searches', event: 'search-opened', definition: 'Vehicle searches opened at a control, whatever they found.' },
  { id: 'detections', title: 'Detections', unit: 'detections', event: 'detection-recorded', definition: 'Events in which people were found hidden in a vehicle at a control.' },
  { id: 'people-found', title: 'People found', unit: 'people', event: 'detection-recorded', sum: 'entrants', definition: 'People found in those events, adults and children together, as stated at the scene.' },
  { id: 'cases', title: 'Cases opened', unit: 'cases', event: 'case-opened', definition: 'Civil penalty cases opened, one for each event.' },
  { id: 'notices', title: 'Penalty notices issued', unit: 'notices', event: 'notice-issued', definition: 'Notices issued under section 35, one for each responsible person and capacity.' },
  { id: 'issued', title: 'Amount issued', unit: 'pence', event: 'notice-issued', sum: 'amountPence', definition: 'The sum of those notices on the day of issue. Later reductions do not change it, and it is not money received.' },
  { id: 'objections', title: 'Objections received', unit: 'objections', event: 'objection-received', definition: 'Objections that arrived within 28 days of the notice.' },
  { id: 'late-objections', title: 'Late objections received', unit: 'objections', event: 'late-objection-received', definition: 'Objections that arrived after the 28th day, whether or not they were accepted.' },
  { id: 'determined', title: 'Objections determined', unit: 'decisions', event: 'objection-determined', definition: 'Decisions on objections, whatever the outcome.' },
  { id: 'payments', title: 'Payments received', unit: 'payments', event: 'payment-received', definition: 'Receipts recorded by finance.' },
  { id: 'collected', title: 'Amount collected', unit: 'pence', event: 'payment-received', sum: 'amountPence', definition: 'The sum of receipts on the day they were recorded, whichever year the notice belongs to.' },
  { id: 'closed', title: 'Cases closed', unit: 'cases', event: 'case-closed', definition: 'Cases in which every penalty was settled, cancelled or not imposed.' },
]

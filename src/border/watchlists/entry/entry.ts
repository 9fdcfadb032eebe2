import type { CalendarDate, Instant, Plate, Port, Site } from '#values'

/** What an officer is asked to do when the vehicle arrives. */
export const handlings = ['observe', 'check', 'stop', 'do-not-stop'] as const

export type Handling = (typeof handlings)[number]

/** Warnings an officer needs before walking up to the cab. */
export const markers = ['weapons', 'violence', 'contagion', 'children', 'plate-may-be-cloned'] as const

export type Marker = (typeof markers)[number]

/** One vehicle on one list. */
export interface Entry {
  readonly id: string
  readonly site: Site
  readonly listId: string
  /** `#` stands for a character that nobody knows, `*` for any number of them (`listed-plate.ts`). */
  readonly plate: Plate
  readonly country: string | null
  readonly reasonEn: string
  readonly reasonFr: string
  readonly handling: Handling
  readonly markers: readonly Marker[]
  /** The ports this entry is meant for; it alerts nowhere else. */
  readonly ports: readonly Port[]
  readonly startsOn: CalendarDate
  readonly lastDayOn: CalendarDate
  readonly reviewOn: CalendarDate
  readonly status: 'active' | 'withdrawn'
  readonly addedBy: string
  /** The second person; only an entry that says "stop" needs one. */
  readonly confirmedBy: string | null
  /** By the centre's clock, so that an alert raised before the news reached its port can be told; null for what was withdrawn before this was kept. */
  readonly withdrawnAt: Instant | null
}

export type NewEntry = Omit<Entry, 'status' | 'confirmedBy' | 'withdrawnAt'>

export interface EntryAdded extends NewEntry {
  readonly type: 'entry-added'
}

export interface EntryConfirmed {
  readonly type: 'entry-confirmed'
  readonly confirmedBy: string
}

export interface EntryReviewed {
  readonly type: 'entry-reviewed'
  readonly lastDayOn: CalendarDate
  readonly reviewOn: CalendarDate
}

export interface EntryWithdrawn {
  readonly type: 'entry-withdrawn'
  /** Absent from entries withdrawn before it was kept. */
  readonly withdrawnAt?: Instant
}

export type EntryEvent = EntryAdded | EntryConfirmed | EntryReviewed | EntryWithdrawn

export function evolveEntry(entry: Entry | undefined, event: EntryEvent): Entry {
  if (event.type === 'entry-added') return added(event)
  if (entry === undefined) throw new Error(`${event.type} before the entry was added`)
  switch (event.type) {
    case 'entry-confirmed': return { ...entry, confirmedBy: event.confirmedBy }
    case 'entry-reviewed': return { ...entry, lastDayOn: event.lastDayOn, reviewOn: event.reviewOn }
    case 'entry-withdrawn': return { ...entry, status: 'withdrawn', withdrawnAt: event.withdrawnAt ?? null }
  }
}

function added({ type: _type, ...entry }: EntryAdded): Entry {
  return { ...entry, status: 'active', confirmedBy: null, withdrawnAt: null }
}

/** Whether the entry alerts at this port on this day. Asked at every match, so that expiry needs no message from the centre. */
export function alerts(entry: Pick<Entry, 'status' | 'startsOn' | 'lastDayOn' | 'ports'>, port: Port, today: CalendarDate): boolean {
  return entry.status === 'active' && entry.startsOn <= today && today <= entry.lastDayOn && entry.ports.includes(port)
}

export function awaitsSecondPerson({ handling, confirmedBy, status }: Pick<Entry, 'handling' | 'confirmedBy' | 'status'>): boolean {
  return status === 'active' && handling === 'stop' && confirmedBy === null
}

/** Until a second person agrees to a stop, the vehicle is checked: nobody is stopped on one person's word, and nothing is missed. */
export function handlingInForce(entry: Pick<Entry, 'handling' | 'confirmedBy' | 'status'>): Handling {
  return awaitsSecondPerson(entry) ? 'check' : entry.handling
}

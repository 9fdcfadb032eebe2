import type { ClockEvent, ClockFlag, ClockName, Regime } from '#law'

/** What the slow reckoning says of one clock; the sentences are the fast one's own business. */
export interface SlowClock {
  readonly clock: ClockName
  readonly lastDay?: string | null
  readonly firstDay?: string
  readonly lastMoment?: string
  readonly flags: readonly ClockFlag[]
}

const everyMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** The day after, as one turns the leaf of a calendar: it shares no arithmetic with the product. */
export function leafAfter(on: string): string {
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number)
  const length = month === 2 && isLeap(year) ? 29 : (everyMonth[month - 1] ?? 0)
  if (date < length) return written(year, month, date + 1)
  return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1)
}

function written(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Turns that many leaves. */
function leavesAfter(count: number, on: string): string {
  let reached = on
  for (let turned = 0; turned < count; turned += 1) reached = leafAfter(reached)
  return reached
}

interface Facts {
  readonly regime: Regime | undefined
  readonly responsible: string | undefined
  readonly issued: string | undefined
  readonly objected: string | undefined
  readonly accepted: string | undefined
  readonly decided: string | undefined
  readonly agreed: string | undefined
  readonly searched: string | undefined
  readonly held36: string | undefined
  readonly held36A: string | undefined
}

/**
 * The clocks again, slowly and obviously: every day is walked and either counts or does not. The numbers stand here a second
 * time, as the regulations give them, so that a slip in either place shows.
 */
export function clocksDayByDay(events: readonly ClockEvent[], regime?: Regime): readonly SlowClock[] {
  const facts = factsOf(events, regime)
  return [...toIssue(facts), ...ofTheNotice(facts), ...detained(facts), ...sold('36', facts), ...sold('36A', facts)]
}

function factsOf(events: readonly ClockEvent[], regime: Regime | undefined): Facts {
  const when = (type: ClockEvent['type']): string | undefined => {
    for (const event of events) {
      if (event.type === type) return 'on' in event ? event.on : 'at' in event ? event.at : event.until
    }
    return undefined
  }
  return {
    regime,
    responsible: when('became-responsible'), issued: when('notice-issued'), objected: when('objection-received'), accepted: when('late-objection-accepted'),
    decided: when('objection-decided'), agreed: when('decision-time-agreed'), searched: when('first-search-ended'), held36: when('detained-36'), held36A: when('detained-36A'),
  }
}

/** Regulation 3F: 180 days, of which the day somebody became responsible is the first. No limit for conduct before 13 February 2023. */
function toIssue({ responsible, issued, regime }: Facts): readonly SlowClock[] {
  if (responsible === undefined) return []
  if (regime === 'PRE_2023' || (regime === undefined && responsible < '2023-02-13')) return [{ clock: 'issue', lastDay: null, flags: ['NO_LIMIT'] }]
  let on = responsible
  for (let counted = 1; counted < 180; counted += 1) on = leafAfter(on)
  return [{ clock: 'issue', lastDay: on, flags: issued !== undefined && issued > on ? ['ISSUED_TOO_LATE'] : [] }]
}

function ofTheNotice({ issued, objected, accepted, decided, agreed }: Facts): readonly SlowClock[] {
  const appealFrom = decided ?? issued
  const appeal: readonly SlowClock[] = appealFrom === undefined ? [] : [{ clock: 'appeal', lastDay: leavesAfter(28, appealFrom), flags: [] }]
  if (issued === undefined) return appeal
  const toObject = leavesAfter(28, issued)
  const isLate = objected !== undefined && objected > toObject
  const usual = leavesAfter(70, issued)
  const toDecide = agreed !== undefined && agreed > usual ? agreed : usual
  const isTakenUp = objected !== undefined && (!isLate || accepted !== undefined || decided !== undefined)
  return [
    { clock: 'object', lastDay: toObject, flags: isLate ? ['LATE_OBJECTION'] : [] },
    { clock: 'decide', lastDay: toDecide, flags: decided !== undefined && decided > toDecide ? ['LATE_DECISION'] : [] },
    toPay(issued, isTakenUp ? objected : undefined, decided),
    ...appeal,
  ]
}

/** Regulation 4: sixty days are lived through one by one, and a day on which an objection is held and undecided is not one of them. */
function toPay(issued: string, heldFrom: string | undefined, toldOn: string | undefined): SlowClock {
  let on = issued
  for (let counted = 0; counted < 60;) {
    on = leafAfter(on)
    const isHeld = heldFrom !== undefined && on >= heldFrom && (toldOn === undefined || on < toldOn)
    if (isHeld && toldOn === undefined) return { clock: 'pay', lastDay: null, flags: ['PAUSED'] }
    if (!isHeld) counted += 1
  }
  return { clock: 'pay', lastDay: on, flags: [] }
}

/** Twenty-four hours on a stopwatch, minute by minute, whatever the clocks on the wall do meanwhile. */
function detained({ searched }: Facts): readonly SlowClock[] {
  if (searched === undefined) return []
  let at = Temporal.Instant.from(searched)
  for (let minutes = 0; minutes < 24 * 60; minutes += 1) at = at.add({ minutes: 1 })
  return [{ clock: 'provisional-detention', lastMoment: at.toString({ smallestUnit: 'millisecond' }), flags: [] }]
}

/** Section 36: 84 days of which the day of detention is the first. Section 36A: 14 days after it. The sale comes the day after the last of them. */
function sold(power: '36' | '36A', facts: Facts): readonly SlowClock[] {
  const began = power === '36' ? facts.held36 : facts.held36A
  if (began === undefined) return []
  const lastOfWaiting = power === '36' ? leavesAfter(83, began) : leavesAfter(14, began)
  const firstDay = leafAfter(lastOfWaiting)
  const conduct = facts.responsible ?? began
  const isOld = facts.regime === 'PRE_2023' || (facts.regime === undefined && conduct < '2023-02-13')
  return [
    { clock: 'sale', firstDay, flags: [] },
    { clock: 'sale-lapse', lastDay: leavesAfter(isOld ? 60 : 80, firstDay), flags: [] },
  ]
}

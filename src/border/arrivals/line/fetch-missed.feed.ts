import { epochMsOf, instantOfEpochMs, wallZone, type Instant } from '#values'
import { OutgoingRefused, type Device } from '#platform/outgoing'
import { missedRecords, recordsIn, type DahuaRecord, type SeenAt } from './dahua-records.ts'
import { gapMarginMs, gapMaxMs, gapMinMs, recordsMax, recordsPerPage } from './limits.ts'

export interface Missed {
  readonly device: Device
  readonly signal: AbortSignal
  readonly channel: number
  readonly from: Instant
  readonly until: Instant
  /** How far the camera's clock is ahead of ours. */
  readonly clockAheadMs: number
  /** What is known of this camera between two moments of its own clock. */
  readonly known: (from: Instant, until: Instant) => Promise<readonly { readonly plate: string; readonly toldAt: Instant }[]>
  readonly receive: (message: Uint8Array) => Promise<void>
}

/**
 * Asks a Dahua camera for what it kept while its line was down (`mediaFileFind.cgi`) and takes what did not come live. Asked again it takes
 * nothing twice. Answers how many records it took; fails when the camera does not answer, and is then asked again with the next connection.
 */
export async function fetchMissed(missed: Missed): Promise<number> {
  const { until, clockAheadMs, known, receive } = missed
  const from = later(missed.from, instantOfEpochMs(epochMsOf(until) - gapMaxMs))
  if (epochMsOf(until) - epochMsOf(from) < gapMinMs) return 0
  const [start, end] = [shifted(from, clockAheadMs - gapMarginMs), shifted(until, clockAheadMs + gapMarginMs)]
  const records = await askForRecords(missed, localText(start), localText(end))
  const live = (await known(start, end)).map(({ plate, toldAt }): SeenAt => ({ plate, localMs: localMs(toldAt) }))
  const taken = missedRecords(records, live)
  for (const { message } of taken) await receive(Buffer.from(message))
  return taken.length
}

async function askForRecords({ device, signal, channel }: Missed, start: string, end: string): Promise<readonly DahuaRecord[]> {
  const ask = (question: string): Promise<string> => device.ask({ path: `/cgi-bin/mediaFileFind.cgi?${question}` }, signal)
  const finder = /^result=(\d{1,20})\s*$/m.exec(await ask('action=factory.create'))?.[1]
  if (finder === undefined) throw new OutgoingRefused('answered-badly', 'the camera gave nothing to search with')
  try {
    const wanted = `condition.Channel=${channel}&condition.StartTime=${encodeURIComponent(start)}&condition.EndTime=${encodeURIComponent(end)}&condition.Types[0]=jpg&condition.Flags[0]=Event&condition.Events[0]=TrafficJunction`
    const answer = await ask(`action=findFile&object=${finder}&${wanted}`)
    if (!/^\s*OK/i.test(answer)) return []
    return await allPages(() => ask(`action=findNextFile&object=${finder}&count=${recordsPerPage}`))
  } finally {
    await ask(`action=close&object=${finder}`).catch(() => undefined)
    await ask(`action=destroy&object=${finder}`).catch(() => undefined)
  }
}

async function allPages(next: () => Promise<string>): Promise<readonly DahuaRecord[]> {
  const all: DahuaRecord[] = []
  for (let pages = 0; pages * recordsPerPage < recordsMax; pages++) {
    const { found, records } = recordsIn(await next())
    all.push(...records)
    if (found < recordsPerPage) break
  }
  return all
}

/** The maker's manual gives and takes local times: those of the port. */
function localText(moment: Instant): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(wallZone()).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
}

function localMs(moment: Instant): number {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(wallZone()).toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds
}

function shifted(moment: Instant, byMs: number): Instant {
  return instantOfEpochMs(epochMsOf(moment) + byMs)
}

function later(one: Instant, other: Instant): Instant {
  return epochMsOf(one) > epochMsOf(other) ? one : other
}

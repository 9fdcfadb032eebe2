import { plateOrNot } from '../plate-read/read-words.ts'
import { sameRecordMs } from './limits.ts'

/** One picture that a Dahua camera kept of a passage, as `mediaFileFind` lists it. */
export interface DahuaRecord {
  readonly plate: string
  /** In the camera's own local time, counted as if it were UTC: only ever compared with its like. */
  readonly localMs: number
  /** Its lines as they came, numbered from nothing: a message by itself. */
  readonly message: string
}

/** The records in one answer to `findNextFile`, and how many it says there are. Those without a plate are no passages. */
export function recordsIn(answer: string): { readonly found: number; readonly records: readonly DahuaRecord[] } {
  const found = Number(/^found=(\d{1,6})\s*$/m.exec(answer)?.[1] ?? 0)
  const lines = answer.split(/\r?\n/).flatMap((line) => {
    const [, index, rest] = /^items\[(\d{1,5})\]\.(.{1,500})$/.exec(line.trim()) ?? []
    return index === undefined || rest === undefined ? [] : [{ index, rest }]
  })
  const items = [...Map.groupBy(lines, ({ index }) => index).values()]
  return { found, records: items.flatMap((item) => recordOf(item.map(({ rest }) => rest))) }
}

function recordOf(lines: readonly string[]): readonly DahuaRecord[] {
  const told = (key: string): string | null => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1) ?? null
  const chosen = plateOrNot(told('Summary.TrafficCar.PlateNumber'))
  const localMs = localMsOf(told('StartTime') ?? '')
  if (!('plate' in chosen) || localMs === undefined) return []
  return [{ plate: chosen.plate, localMs, message: lines.map((line) => `items[0].${line}\r\n`).join('') }]
}

function localMsOf(text: string): number | undefined {
  const [, ...parts] = /^(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2})$/.exec(text.trim()) ?? []
  const [year, month, day, hour, minute, second] = parts.map(Number)
  if (year === undefined || month === undefined || day === undefined) return undefined
  try {
    return Temporal.PlainDateTime.from({ year, month, day, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 }, { overflow: 'reject' }).toZonedDateTime('UTC').epochMilliseconds
  } catch {
    return undefined
  }
}

/** Plate and moment, of a record or of a read that came live. */
export type SeenAt = Pick<DahuaRecord, 'plate' | 'localMs'>

/** The records that nobody has yet: not read live, and once each where the camera kept several pictures of one passage. */
export function missedRecords(records: readonly DahuaRecord[], known: readonly SeenAt[]): readonly DahuaRecord[] {
  const seen = Map.groupBy(known, ({ plate }) => plate)
  const missed: DahuaRecord[] = []
  for (const record of records.toSorted((one, other) => one.localMs - other.localMs)) {
    const alike = seen.get(record.plate) ?? []
    if (alike.some(({ localMs }) => Math.abs(localMs - record.localMs) <= sameRecordMs)) continue
    missed.push(record)
    seen.set(record.plate, [...alike, record])
  }
  return missed
}

import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '#platform/clock'
import { epochMsOf } from '#values'
import { demoCameras, type DemoCamera } from '../../src/app/traffic/demo-cameras.ts'
import type { Random } from '../../src/app/traffic/random.ts'

/** One vehicle that passes once. */
export interface Vehicle {
  readonly id: string
  readonly plate: string
  readonly listed: boolean
}

/** A line of the client's own record, which the judge reads: written before and after each message, to a file outside the system. */
export interface Told extends Vehicle {
  readonly outcome: 'sent' | 'acknowledged' | 'refused' | 'unknown'
  readonly status?: number
}

export interface CameraClient {
  /** Answers so far, by outcome. */
  readonly counted: Readonly<Record<Told['outcome'], number>>
  /** Sends no further vehicles, and ends when every one that will be sent again has been acknowledged. */
  finish(): Promise<void>
  /** Stops where it stands: for a run that has failed already. */
  abandon(): void
}

export interface ClientPlan {
  readonly address: string
  readonly recordFile: string
  readonly vehicles: Iterator<Vehicle>
  readonly random: Random
  readonly perSecond: number
  /** Bytes of picture in each message. */
  readonly pictureBytes?: number
  /** All kinds, unless some are named. */
  readonly clocks?: readonly CameraClock[] | undefined
}

/** Like most cameras it waits for its answer so long and no longer. */
const answerTimeoutMs = 5000
const sendAgainMs = 150

/** Reports disagree on whether cameras send again (ADR 0020), so some of these do not: what they were not told is kept at most once. */
const givesUpShare = 0.2

/** Answers that are lost on their way to the camera, which then sends what we have already: whoever does not know it again has it twice. */
const answerLostShare = 0.03

/** Cameras of one port, in every lane, that record what they were told. */
export function startCameras(plan: ClientPlan): CameraClient {
  const cameras = demoCameras('calais').filter(({ end }) => end === 'front')
  const counted = { sent: 0, acknowledged: 0, refused: 0, unknown: 0 }
  const tell = (told: Told): void => {
    counted[told.outcome] += 1
    appendFileSync(plan.recordFile, `${JSON.stringify(told)}\n`)
  }
  const stopping = new AbortController()
  const abandoned = new AbortController()
  const lanes = cameras.map((camera) => runLane(camera, { ...plan, gapMs: (1000 * cameras.length) / plan.perSecond, tell, signal: stopping.signal, abandoned: abandoned.signal }))
  return {
    counted,
    finish: async () => {
      stopping.abort()
      await Promise.all(lanes)
    },
    abandon: () => {
      stopping.abort()
      abandoned.abort()
    },
  }
}

interface Lane extends ClientPlan {
  readonly gapMs: number
  readonly tell: (told: Told) => void
  readonly signal: AbortSignal
  readonly abandoned: AbortSignal
}

async function runLane(camera: DemoCamera, lane: Lane): Promise<void> {
  const sending = new Set<Promise<void>>()
  while (!lane.signal.aborted) {
    const next = lane.vehicles.next()
    if (next.done) break
    const sent = sendInTheEnd(camera, next.value, lane).finally(() => sending.delete(sent))
    sending.add(sent)
    await pause(lane.gapMs * (0.5 + lane.random.next()), undefined, { signal: lane.signal }).catch(() => {})
  }
  await Promise.all(sending)
}

async function sendInTheEnd(camera: DemoCamera, vehicle: Vehicle, lane: Lane): Promise<void> {
  const body = messageOf(vehicle, { pictureBytes: lane.pictureBytes ?? 0, clock: lane.random.pick(lane.clocks ?? cameraClocks) })
  const givesUp = lane.random.chance(givesUpShare)
  while (!lane.abandoned.aborted) {
    lane.tell({ ...vehicle, outcome: 'sent' })
    const answer = await post(`${lane.address}/cameras/${camera.id}/events?key=${camera.key}`, body)
    const status = lane.random.chance(answerLostShare) ? undefined : answer
    const outcome = status === undefined ? 'unknown' : status === 200 ? 'acknowledged' : 'refused'
    lane.tell({ ...vehicle, outcome, ...(status === undefined ? {} : { status }) })
    if (outcome === 'acknowledged' || (givesUp && outcome === 'unknown')) return
    await pause(sendAgainMs)
  }
}

async function post(url: string, body: string): Promise<number | undefined> {
  try {
    const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(answerTimeoutMs) })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return undefined
  }
}

/** What a camera knows of the time: it, nothing, or a day too much, which nobody believes. A message must be known again whichever it is. */
const cameraClocks = ['right', 'none', 'a day ahead'] as const

export type CameraClock = (typeof cameraClocks)[number]

const dayMs = 86_400_000

/** As an OpenALPR agent writes a vehicle; the same message each time it is sent. */
function messageOf({ id, plate }: Vehicle, { pictureBytes, clock }: { readonly pictureBytes: number; readonly clock: CameraClock }): string {
  const picture = pictureBytes === 0 ? {} : { vehicle_crop_jpeg: Buffer.alloc(pictureBytes, id).toString('base64') }
  const time = clock === 'none' ? {} : { epoch_start: epochMsOf(systemClock.now()) + (clock === 'right' ? 0 : dayMs) }
  return JSON.stringify({ data_type: 'alpr_group', uuids: [id], best_plate_number: plate, best_confidence: 97, ...time, ...picture })
}

/** Every so many of them from the list, until all of the list have passed; then others, for as long as anybody looks. */
export function* vehiclesFrom(random: Random, listed: readonly string[], listedEvery: number): Generator<Vehicle, void> {
  let place = 0
  for (const plate of listed) {
    for (let other = 1; other < listedEvery; other += 1) yield vehicle(aPlate(random), false)
    yield vehicle(plate, true)
  }
  for (;;) yield vehicle(aPlate(random), false)
  function vehicle(plate: string, isListed: boolean): Vehicle {
    place += 1
    return { id: `vehicle-${plate}-${place}`, plate, listed: isListed }
  }
}

/** None that a camera takes for another; eight of them, so that two vehicles are not taken for each other either. */
const letters = [...'ACEFHJKLMNPRTUVWXY']

export function aPlate(random: Random): string {
  return Array.from({ length: 8 }, () => random.pick(letters)).join('')
}

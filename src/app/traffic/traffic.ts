import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#platform/identity'
import { systemClock } from '#platform/clock'
import { epochMsOf, type Control } from '#values'
import { secondsToNext } from './day-plan.ts'
import { demoCameras, type DemoCamera } from './demo-cameras.ts'
import { noiseEveryMs, storySpeedMax } from './limits.ts'
import { glimpsesOf, lorryFleet, type Glimpse, type Lorry } from './passage.ts'
import { openPost, type Post } from './post.ts'
import { seededRandom, type Random } from './random.ts'
import type { Message, Sighting } from './sighting.ts'
import { story } from './story.ts'
import { writeHikvision, writeMotion } from './write-hikvision.ts'
import { writeHeartbeat, writeOpenAlpr } from './write-openalpr.ts'
import { writePlateRecognizer } from './write-plate-recognizer.ts'

export interface TrafficOptions {
  readonly targets: readonly { readonly port: Control; readonly url: string }[]
  /** How many times faster than life; the pattern is squeezed, the stamps stay true. */
  readonly speed: number
  readonly seed: number
  /** Whether the listed lorry comes. */
  readonly story: boolean
}

export interface Traffic {
  /** Messages acknowledged so far. */
  posted(): number
  stop(): Promise<void>
}

/** Lorries for the ports, as their cameras would tell of them, until stopped. */
export function startTraffic({ targets, speed, seed, story: withStory }: TrafficOptions): Traffic {
  const stopping = new AbortController()
  const post = openPost(stopping.signal)
  const roads = targets.flatMap(({ port, url }, place) => {
    const road: Road = { port, url, speed, post, signal: stopping.signal, random: seededRandom(seed * 31 + place), cameras: demoCameras(port) }
    return [keepComing(road), makeNoise(road), ...(withStory ? [tellStory(road)] : [])]
  })
  const ended = Promise.allSettled(roads)
  return {
    posted: () => post.posted(),
    stop: async () => {
      stopping.abort()
      await ended
      await post.close()
    },
  }
}

/** One lorry past one port's cameras, now. Resolves when each message was acknowledged. */
export async function sendLorry({ port, url }: TrafficOptions['targets'][number], lorry: Lorry, seed: number): Promise<void> {
  const signal = new AbortController().signal
  const post = openPost(signal)
  await pass({ port, url, speed: 0, post, signal, random: seededRandom(seed), cameras: demoCameras(port) }, lorry)
  await post.close()
}

interface Road {
  readonly port: Control
  readonly url: string
  readonly speed: number
  readonly post: Post
  readonly signal: AbortSignal
  readonly random: Random
  readonly cameras: readonly DemoCamera[]
}

async function keepComing(road: Road): Promise<void> {
  const { port, speed, random, signal } = road
  if (speed <= 0) return
  const fleet = lorryFleet(random)
  for (let second = secondOfDayNow(); ;) {
    const gap = secondsToNext(port, second, random)
    second = (second + gap) % 86_400
    await pause((gap * 1000) / speed, undefined, { signal })
    void pass(road, fleet())
  }
}

async function tellStory(road: Road): Promise<void> {
  const scenes = story.filter(({ port }) => port === road.port)
  for (const { afterSeconds, lorry } of scenes) {
    const pace = Math.min(Math.max(road.speed, 1), storySpeedMax)
    await pause((afterSeconds * 1000) / pace, undefined, { signal: road.signal })
    void pass(road, lorry)
  }
}

async function makeNoise({ cameras, random, url, post, signal }: Road): Promise<void> {
  for (;;) {
    await pause(noiseEveryMs / cameras.length, undefined, { signal })
    const camera = random.pick(cameras)
    const noise = noiseOf(camera)
    if (noise !== undefined) void post.send(url, camera, noise)
  }
}

function noiseOf(camera: DemoCamera): Message | undefined {
  const sighting = { camera, at: systemClock.now() }
  if (camera.maker === 'hikvision') return writeMotion(sighting)
  return camera.maker === 'openalpr' ? writeHeartbeat(sighting) : undefined
}

async function pass(road: Road, lorry: Lorry): Promise<void> {
  const glimpses = glimpsesOf(lorry, road.cameras, road.random)
  await Promise.allSettled(glimpses.map((glimpse) => tell(road, glimpse)))
}

async function tell({ url, post, random, signal }: Road, { camera, afterMs, plates }: Glimpse): Promise<void> {
  await pause(afterMs, undefined, { signal })
  const sighting: Sighting = { camera, plates, at: systemClock.now(), eventId: newId().replaceAll('-', '') }
  for (const message of wordsOf(sighting, random)) await post.send(url, camera, message)
}

function wordsOf(sighting: Sighting, random: Random): readonly Message[] {
  if (sighting.camera.maker === 'hikvision') return writeHikvision(sighting)
  return sighting.camera.maker === 'openalpr' ? writeOpenAlpr(sighting, random.chance(0.3)) : writePlateRecognizer(sighting)
}

function secondOfDayNow(): number {
  return (epochMsOf(systemClock.now()) / 1000) % 86_400
}

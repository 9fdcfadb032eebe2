import { plateJpeg, sceneJpeg } from './draw-plate.ts'
import type { DemoCamera } from './demo-cameras.ts'
import { certain, readPlate } from './misread.ts'
import { makePlate, type MadePlate } from './plates.ts'
import type { Random } from './random.ts'
import type { SeenPlate } from './sighting.ts'

/** A lorry: the tractor has its plate in front and often, seen between the axles, behind; the trailer has its own. */
export interface Lorry {
  readonly tractor: MadePlate
  readonly trailer: MadePlate
  /** A clean lorry that every camera reads rightly. */
  readonly legible?: boolean
}

/** What one camera is about to see, and how long after the lorry's arrival. */
export interface Glimpse {
  readonly camera: DemoCamera
  readonly afterMs: number
  readonly plates: readonly SeenPlate[]
}

/** About a third of the lorries come again and again. */
const regulars = 1200
const regularShare = 0.35
const rearReadShare = 0.85
const bothPlatesShare = 0.4

export function lorryFleet(random: Random): () => Lorry {
  const fleet = Array.from({ length: regulars }, () => newLorry(random))
  return () => (random.chance(regularShare) ? random.pick(fleet) : newLorry(random))
}

function newLorry(random: Random): Lorry {
  const tractor = makePlate(random)
  return { tractor, trailer: makePlate(random, random.chance(0.8) ? tractor.country : undefined) }
}

/** One to three reads of a lorry in one lane: front, then behind the trailer's plate and sometimes the tractor's. */
export function glimpsesOf({ tractor, trailer, legible = false }: Lorry, cameras: readonly DemoCamera[], random: Random): readonly Glimpse[] {
  const lane = random.pick([...new Set(cameras.map((camera) => camera.lane))])
  const front = cameras.find((camera) => camera.lane === lane && camera.end === 'front')
  const rear = cameras.find((camera) => camera.lane === lane && camera.end === 'rear')
  const behind = random.chance(bothPlatesShare) ? [trailer, tractor] : [trailer]
  return [
    ...(front === undefined ? [] : [{ camera: front, afterMs: 0, plates: [seen(tractor, random, legible)] }]),
    ...(rear === undefined || !(legible || random.chance(rearReadShare)) ? [] : [{ camera: rear, afterMs: random.whole(1800, 4200), plates: behind.map((plate) => seen(plate, random, legible)) }]),
  ]
}

/** The picture shows the truth even when the camera misread it, which is what the officer's eye is for. */
function seen({ plate, country }: MadePlate, random: Random, legible: boolean): SeenPlate {
  return { reading: legible ? certain(plate, random) : readPlate(plate, random), country, plateJpeg: plateJpeg(plate, random), sceneJpeg: sceneJpeg(plate, random) }
}

import type { Instant } from '#values'
import type { DemoCamera } from './demo-cameras.ts'
import type { Reading } from './misread.ts'
import type { Country } from './plates.ts'

/** What a camera of the demonstration saw, before it is put into its maker's words. */
export interface Sighting {
  readonly camera: DemoCamera
  readonly at: Instant
  /** Different for every event of every camera. */
  readonly eventId: string
  /** The plates in the picture, with what the camera took them for. */
  readonly plates: readonly SeenPlate[]
}

export interface SeenPlate {
  readonly reading: Reading
  readonly country: Country
  readonly plateJpeg: Buffer
  readonly sceneJpeg: Buffer
}

/** A message ready to be posted. */
export interface Message {
  readonly contentType: string
  readonly body: Buffer
}

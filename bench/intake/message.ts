import { makePlate } from '../../src/app/traffic/plates.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'

const random = seededRandom(42)

/** What one message says: its own id, when it was seen, and of which vehicle. */
export interface Seen {
  readonly id: string
  readonly atMs: number
  /** A listed plate; without one, every message is a vehicle of its own. */
  readonly plate?: string | undefined
}

/** An OpenALPR group without pictures, about 1 kB. */
export function messageOf({ id, atMs, plate: listed }: Seen): string {
  const made = makePlate(random)
  const plate = listed ?? made.plate
  return JSON.stringify({
    data_type: 'alpr_group', version: 3, epoch_start: atMs, epoch_end: atMs, camera_id: 1, country: 'eu', uuids: [id], best_uuid: id,
    best_plate_number: plate, best_confidence: 93.1, best_region: `eu-${made.country.toLowerCase()}`,
    best_plate: { plate, confidence: 93.1, matches_template: 1 },
    candidates: Array.from({ length: 8 }, (_, index) => ({ plate: `${plate.slice(0, -1)}${index}`, confidence: 80 - index, matches_template: 0 })),
    travel_direction: 180, is_parked: false, is_preview: false, vehicle: { body_type: [{ name: 'tractor-trailer', confidence: 97 }] },
  })
}

/** The whole request as a camera writes it to its socket. */
export function requestOf({ camera, key, body }: { readonly camera: string; readonly key: string; readonly body: string }): Buffer {
  const secret = Buffer.from(`camera:${key}`).toString('base64')
  return Buffer.from(`POST /cameras/${camera}/events HTTP/1.1\r\nhost: port\r\nauthorization: Basic ${secret}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

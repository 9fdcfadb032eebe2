import { makePlate } from '../../src/app/traffic/plates.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'

const random = seededRandom(42)

/** An OpenALPR group without pictures, about 1 kB: every one a vehicle of its own. */
export function messageCalled(id: string): Buffer {
  const { plate, country } = makePlate(random)
  const now = Date.now()
  return Buffer.from(JSON.stringify({
    data_type: 'alpr_group', version: 3, epoch_start: now, epoch_end: now, camera_id: 1, country: 'eu', uuids: [id], best_uuid: id,
    best_plate_number: plate, best_confidence: 93.1, best_region: `eu-${country.toLowerCase()}`,
    best_plate: { plate, confidence: 93.1, matches_template: 1 },
    candidates: Array.from({ length: 8 }, (_, index) => ({ plate: `${plate.slice(0, -1)}${index}`, confidence: 80 - index, matches_template: 0 })),
    travel_direction: 180, is_parked: false, is_preview: false, vehicle: { body_type: [{ name: 'tractor-trailer', confidence: 97 }] },
  }))
}

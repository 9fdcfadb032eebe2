import { epochMsOf } from '#values'
import type { Message, SeenPlate, Sighting } from './sighting.ts'

/** A group a plate: now and then an early preview first, which the final group replaces. */
export function writeOpenAlpr(sighting: Sighting, withPreview: boolean): readonly Message[] {
  return sighting.plates.flatMap((seen, index) => {
    const final = jsonOf(groupOf(sighting, seen, { index, preview: false }))
    return withPreview ? [jsonOf(groupOf(sighting, seen, { index, preview: true })), final] : [final]
  })
}

function groupOf({ camera, at, eventId }: Sighting, { reading, country, plateJpeg, sceneJpeg }: SeenPlate, { index, preview }: { index: number; preview: boolean }) {
  const startMs = epochMsOf(at)
  const candidates = [{ text: reading.text, confidence: reading.confidence }, ...reading.others]
  const uuids = [0, 380, 910].map((afterMs) => `${eventId}-${index}-cam${camera.lane}-${startMs + afterMs}`)
  return {
    data_type: 'alpr_group', version: 3, epoch_start: startMs, epoch_end: startMs + 910, frame_start: 0, frame_end: 22, agent_uid: 'JUXTADEMO', company_id: 'demonstration',
    camera_id: Number(camera.lane), country: 'eu', uuids: preview ? uuids.slice(0, 1) : uuids, best_uuid: uuids[0],
    best_plate_number: reading.text, best_confidence: reading.confidence * 100, best_region: `eu-${country.toLowerCase()}`, best_region_confidence: 70,
    best_plate: { plate: reading.text, confidence: reading.confidence * 100, matches_template: 1, plate_crop_jpeg: plateJpeg.toString('base64') },
    candidates: candidates.map(({ text, confidence }) => ({ plate: text, confidence: confidence * 100, matches_template: 0 })),
    travel_direction: 180, is_parked: false, is_preview: preview,
    ...(preview ? {} : { vehicle_crop_jpeg: sceneJpeg.toString('base64') }),
    vehicle: { body_type: [{ name: 'tractor-trailer', confidence: 96 }] },
  }
}

/** The agent's sign of life. */
export function writeHeartbeat({ camera, at }: Pick<Sighting, 'camera' | 'at'>): Message {
  return jsonOf({ data_type: 'heartbeat', version: 2, timestamp: epochMsOf(at), agent_uid: 'JUXTADEMO', camera_streams: true, video_streams: [{ camera_id: Number(camera.lane), is_streaming: true }] })
}

function jsonOf(message: object): Message {
  return { contentType: 'application/json', body: Buffer.from(JSON.stringify(message)) }
}

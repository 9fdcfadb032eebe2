import { formBody } from './form-body.ts'
import type { Message, SeenPlate, Sighting } from './sighting.ts'

/** One form a picture, with every plate in it; lower case and UTC, as Stream writes them. */
export function writePlateRecognizer({ camera, at, eventId, plates }: Sighting): readonly Message[] {
  const filename = `${camera.id}_screenshots/${at.slice(2, 10)}/${eventId}.jpg`
  const event = {
    hook: { target: 'http://port/cameras', id: camera.id, event: 'recognition', filename },
    data: { camera_id: camera.id, filename, timestamp: at.replace('Z', '000Z'), timestamp_local: at.replace('T', ' ').replace('Z', '000+00:00'), timestamp_camera: null, results: plates.map(resultOf) },
  }
  const scene = plates[0]?.sceneJpeg
  const picture = scene === undefined ? [] : [{ head: [`Content-Disposition: form-data; name="upload"; filename="${eventId}.jpg"`, 'Content-Type: image/jpeg'], content: scene }]
  return [formBody(`stream${eventId}`, [{ head: ['Content-Disposition: form-data; name="json"'], content: JSON.stringify(event) }, ...picture])]
}

function resultOf({ reading, country }: SeenPlate) {
  const candidates = [{ text: reading.text, confidence: reading.confidence }, ...reading.others]
  return {
    box: { xmin: 402, ymin: 611, xmax: 548, ymax: 644 },
    plate: reading.text.toLowerCase(),
    region: { code: country.toLowerCase(), score: 0.7 },
    score: reading.confidence,
    dscore: 0.8,
    candidates: candidates.map(({ text, confidence }) => ({ plate: text.toLowerCase(), score: confidence })),
    vehicle: { type: 'Big Truck', score: 0.9, box: { xmin: 120, ymin: 80, xmax: 1210, ymax: 702 } },
    direction: 180,
    speed: 8.5,
    position_sec: 2,
  }
}

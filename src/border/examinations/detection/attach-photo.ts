import { announce, refuse, type Decision } from '#platform/decisions'
import { photosPerDetection } from '../limits.ts'
import type { Detection, PhotoAttached } from './detection.ts'
import type { Photo } from './photo.ts'

/** Adds photographs, to a draft or to a record. The same picture of the same thing is kept once. */
export function attachPhotos(detection: Detection | undefined, photos: readonly Photo[]): Decision<PhotoAttached> {
  if (detection === undefined) return refuse('no-such-detection')
  if (detection.stage === 'discarded') return refuse('draft-was-discarded')
  const fresh = photos.filter((photo) => !detection.photos.some(({ sha256, of }) => sha256 === photo.sha256 && of === photo.of))
  if (detection.photos.length + fresh.length > photosPerDetection) return refuse('too-many-photos')

  return announce(...fresh.map((photo): PhotoAttached => ({ type: 'photo-attached', photo })))
}

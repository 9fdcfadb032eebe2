import type { Instant } from '#values'
import type { WordsFor } from '../bilingual.ts'

export const photoSubjects = ['checklist', 'fastening', 'way-in', 'hiding-place', 'vehicle', 'papers', 'other'] as const

export type PhotoSubject = (typeof photoSubjects)[number]

export const photoSubjectWords: WordsFor<PhotoSubject> = {
  'checklist': { en: 'Checklist', fr: 'Liste de contrôle' },
  'fastening': { en: 'Seal, cable or lock', fr: 'Scellé, câble ou serrure' },
  'way-in': { en: 'The way in', fr: 'Point d’entrée' },
  'hiding-place': { en: 'Where they were', fr: 'Cachette' },
  'vehicle': { en: 'The vehicle', fr: 'Le véhicule' },
  'papers': { en: 'Other papers', fr: 'Autres documents' },
  'other': { en: 'Something else', fr: 'Autre chose' },
}

export type PhotoType = 'image/jpeg' | 'image/png'

/** A photograph by its content: the hash shows months later that it is the one taken at the scene (operations.md C8). */
export interface Photo {
  readonly sha256: string
  readonly of: PhotoSubject
  readonly contentType: PhotoType
  readonly sizeBytes: number
  readonly attachedAt: Instant
  readonly attachedBy: string
}

/** What the bytes are by their own first and last bytes; what the browser called them proves nothing. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return undefined
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

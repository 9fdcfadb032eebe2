import { siteName } from '#values'
import { learnedOf, type Matrix, type Whose } from './matrix.ts'

type Say = (en: string, fr: string) => string

/** Whose corrections: those of one camera, of a port, or of all. */
export function whoseText({ port, camera }: Whose, say: Say): string {
  if (port === null) return say('all ports', 'tous les ports')
  return camera === null ? siteName(port) : `${siteName(port)}, ${camera}`
}

const scopes = {
  all: { en: 'of all ports', fr: 'de tous les ports' },
  port: { en: 'of the port', fr: 'du port' },
  camera: { en: 'of its own', fr: 'à elle seule' },
} as const

/** The model that counts for a port or a camera, and where that was learned. */
export function inForceText(matrix: Matrix | undefined, say: Say): string {
  if (matrix === undefined) return say('Working model', 'Modèle de travail')
  const { en, fr } = scopes[learnedOf(matrix)]
  return say(`Learned model ${matrix.version}, ${en}`, `Modèle appris ${matrix.version}, ${fr}`)
}

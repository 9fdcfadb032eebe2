import type { Camera, CameraLink, Direction, End } from './camera.ts'

type Say = (en: string, fr: string) => string

export function endWord(faces: End | null, say: Say): string {
  if (faces === null) return say('either end', 'l’un ou l’autre bout')
  return { front: say('front', 'avant'), rear: say('rear', 'arrière'), trailer: say('trailer', 'remorque') }[faces]
}

export function directionWord(direction: Direction | null, say: Say): string {
  if (direction === null) return say('both ways', 'deux sens')
  return { 'towards-uk': say('towards the UK', 'vers le Royaume-Uni'), 'from-uk': say('from the UK', 'depuis le Royaume-Uni') }[direction]
}

/** Lane, end and direction in one line. */
export function placeLine({ lane, faces, direction }: Pick<Camera, 'lane' | 'faces' | 'direction'>, say: Say): string {
  return [lane === null ? say('lane as sent', 'voie selon l’envoi') : `${say('lane', 'voie')} ${lane}`, endWord(faces, say), directionWord(direction, say)].join(', ')
}

export function linkWord(link: CameraLink | null, say: Say): string {
  if (link === null) return say('Posts to its address here', 'Envoie à son adresse ici')
  const words: Readonly<Record<CameraLink['by'], string>> = {
    'tags': say('Connects to us', 'Se connecte à nous'),
    'broker': say('Publishes to a broker', 'Publie chez un courtier'),
    'socket': say('We read its server', 'Nous lisons son serveur'),
    'hikvision-alerts': say('We read its alert stream', 'Nous lisons son flux d’alertes'),
    'dahua-events': say('We read its events', 'Nous lisons ses événements'),
    'dahua-snaps': say('We read its events with pictures', 'Nous lisons ses événements avec images'),
  }
  return words[link.by]
}

import type { LineReason, LineState } from '../line/line.ts'
import type { CameraFault } from './camera-faults.ts'

type Say = (en: string, fr: string) => string

/** A fault as a sentence that says what was measured and what to look at. */
export function faultSentence(fault: CameraFault, say: Say): string {
  if (fault.fault === 'silent') {
    const [silent, usual] = [lengthOfTime(fault.silentSeconds), lengthOfTime(fault.usualGapSeconds)]
    return say(`Silent for ${silent}. At this hour it is hardly ever silent for more than ${usual}.`, `Muette depuis ${silent}. À cette heure, elle ne l’est presque jamais plus de ${usual}.`)
  }
  if (fault.fault === 'line') {
    const down = lengthOfTime(fault.downSeconds)
    return `${say(`Its line has been down for ${down}.`, `Sa liaison est coupée depuis ${down}.`)} ${fault.reason === null ? '' : lineBecause(fault.reason, say)}`.trim()
  }
  const clock = `${clockSentence(fault.aheadSeconds, say)}.`
  if (fault.zoneHours === null) return clock
  return `${clock} ${say('It is set to another time zone, or writes local time as if it were UTC.', 'Elle est réglée sur un autre fuseau, ou écrit l’heure locale comme si c’était l’heure UTC.')}`
}

/** Without its full stop. */
export function clockSentence(aheadSeconds: number, say: Say): string {
  if (Math.abs(aheadSeconds) < 1) return say('Its clock agrees with ours to the second', 'Son horloge concorde avec la nôtre à la seconde près')
  const out = lengthOfTime(Math.abs(aheadSeconds))
  return aheadSeconds > 0 ? say(`Its clock is ${out} ahead of ours`, `Son horloge avance de ${out} sur la nôtre`) : say(`Its clock is ${out} behind ours`, `Son horloge retarde de ${out} sur la nôtre`)
}

export function lengthOfTime(seconds: number): string {
  if (seconds < 10) return `${(Math.round(seconds * 10) / 10).toString()} s`
  if (seconds < 100) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}

const reasons: Readonly<Record<LineReason, readonly [string, string]>> = {
  'stalled': ['It stopped sending although the connection stood.', 'Elle n’envoyait plus rien alors que la connexion tenait.'],
  'ended': ['It ended the connection.', 'Elle a mis fin à la connexion.'],
  'broken-stream': ['What it sent could not be split into events.', 'Son envoi ne se découpait pas en événements.'],
  'fault': ['The connection broke.', 'La connexion s’est rompue.'],
  'not-a-range': ['The networks of cameras are written wrongly at this port.', 'Les réseaux de caméras sont mal écrits dans ce port.'],
  'not-a-target': ['Its address is not scheme://host:port.', 'Son adresse n’est pas schéma://hôte:port.'],
  'address-not-allowed': ['Its address lies outside the networks of cameras.', 'Son adresse est hors des réseaux de caméras.'],
  'name-unknown': ['Its name has no address.', 'Son nom n’a pas d’adresse.'],
  'unreachable': ['It cannot be reached.', 'Elle est injoignable.'],
  'credentials-refused': ['It refuses the user or the password. It is tried again every ten minutes, so that it does not lock the account.', 'Elle refuse l’utilisateur ou le mot de passe. Nouvel essai toutes les dix minutes, pour ne pas bloquer le compte.'],
  'redirected': ['It sends us to another address, which is not followed.', 'Elle renvoie vers une autre adresse, qui n’est pas suivie.'],
  'answered-badly': ['It does not offer this stream.', 'Elle n’offre pas ce flux.'],
  'answer-too-large': ['It answered more than is read.', 'Sa réponse est trop grande.'],
}

export function lineBecause(reason: LineReason, say: Say): string {
  return say(...reasons[reason])
}

export function lineStateWord(state: LineState['state'], say: Say): string {
  return { up: say('Up', 'Établie'), trying: say('Connecting', 'Connexion'), down: say('Down', 'Coupée') }[state]
}

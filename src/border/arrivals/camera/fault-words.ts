import type { CameraFault } from './camera-faults.ts'

type Say = (en: string, fr: string) => string

/** A fault as a sentence that says what was measured and what to look at. */
export function faultSentence(fault: CameraFault, say: Say): string {
  if (fault.fault === 'silent') {
    const [silent, usual] = [lengthOfTime(fault.silentSeconds), lengthOfTime(fault.usualGapSeconds)]
    return say(`Silent for ${silent}. At this hour it is hardly ever silent for more than ${usual}.`, `Muette depuis ${silent}. À cette heure, elle ne l’est presque jamais plus de ${usual}.`)
  }
  const out = lengthOfTime(Math.abs(fault.aheadSeconds))
  const clock = fault.aheadSeconds > 0 ? say(`Its clock is ${out} ahead of ours.`, `Son horloge avance de ${out} sur la nôtre.`) : say(`Its clock is ${out} behind ours.`, `Son horloge retarde de ${out} sur la nôtre.`)
  if (fault.zoneHours === null) return clock
  return `${clock} ${say('It is set to another time zone, or writes local time as if it were UTC.', 'Elle est réglée sur un autre fuseau, ou écrit l’heure locale comme si c’était l’heure UTC.')}`
}

export function lengthOfTime(seconds: number): string {
  if (seconds < 100) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}

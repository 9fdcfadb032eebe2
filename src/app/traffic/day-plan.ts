import type { Control } from '#values'
import type { Random } from './random.ts'

/** UK-bound lorries a day: about 4,900 in all, shared as the ports' published yearly figures are. */
export const lorriesADay: Readonly<Record<Control, number>> = { calais: 2470, coquelles: 1630, dunkerque: 820 }

interface Wave {
  /** Minutes between departures that lorries gather for. */
  readonly everyMinutes: number
  /** How much of the traffic follows the waves: 0 is steady, 1 stops in between. */
  readonly depth: number
}

/** Ferries leave Dunkerque every two hours with up to 110 lorries and Calais about every 40 minutes; shuttles hardly leave a gap. */
const waves: Readonly<Record<Control, Wave>> = {
  calais: { everyMinutes: 40, depth: 0.8 },
  coquelles: { everyMinutes: 12, depth: 0.25 },
  dunkerque: { everyMinutes: 120, depth: 0.95 },
}

/** Night is quieter and never silent; the shape repeats each day and its mean is 1. */
const nightDip = 0.45
const quietestHour = 3.5

const secondsADay = 86_400

/** Lorries a second at a moment of the day. */
export function rateAt(port: Control, secondOfDay: number): number {
  const { everyMinutes, depth } = waves[port]
  const wave = 1 + depth * Math.cos((2 * Math.PI * secondOfDay) / (everyMinutes * 60))
  const daylight = 1 - nightDip * Math.cos((2 * Math.PI * (secondOfDay / 3600 - quietestHour)) / 24)
  return (lorriesADay[port] / secondsADay) * wave * daylight
}

/** Seconds until the next lorry after a moment of the day: chance arrivals at a changing rate, by thinning. */
export function secondsToNext(port: Control, secondOfDay: number, random: Random): number {
  const most = (lorriesADay[port] / secondsADay) * (1 + waves[port].depth) * (1 + nightDip)
  for (let after = 0; ;) {
    after += -Math.log(1 - random.next()) / most
    if (random.next() * most < rateAt(port, (secondOfDay + after) % secondsADay)) return after
  }
}

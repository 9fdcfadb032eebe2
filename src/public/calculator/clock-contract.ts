import { z } from 'zod'
import { clockFlags, clockNames, limits, regimes } from '#law'
import { daySchema, momentSchema } from './contract-words.ts'

const dayEvent = <Type extends string>(type: Type) => z.strictObject({ type: z.literal(type), on: daySchema })

const eventSchema = z.discriminatedUnion('type', [
  dayEvent('became-responsible'),
  dayEvent('notice-issued'),
  dayEvent('objection-received'),
  dayEvent('late-objection-accepted'),
  dayEvent('objection-decided'),
  dayEvent('detained-36'),
  dayEvent('detained-36A'),
  z.strictObject({ type: z.literal('first-search-ended'), at: momentSchema }),
  z.strictObject({ type: z.literal('decision-time-agreed'), on: daySchema.optional(), until: daySchema }),
])

/** What `juxta clock` reads: the events of one penalty notice, each at most once. */
export const clockInputSchema = z.strictObject({
  regime: z.enum(regimes).optional().meta({ description: 'Left out: found from the day the person became responsible.' }),
  events: z.array(eventSchema).min(1).max(limits.events),
})

const stepSchema = z.object({ text: z.string(), textFr: z.string(), cite: z.string(), url: z.string() })

const clockSchema = z.object({
  clock: z.enum(clockNames),
  lastDay: z.string().nullable().optional().meta({ format: 'date', description: 'Null while paused, or where there is no limit; the flags say which.' }),
  lastMoment: z.string().optional().meta({ format: 'date-time' }),
  firstDay: z.string().optional().meta({ format: 'date' }),
  steps: z.array(stepSchema).readonly(),
  flags: z.array(z.enum(clockFlags)).readonly(),
  otherReadings: z.array(z.object({ point: z.string(), lastDay: z.string(), text: z.string(), textFr: z.string() })).readonly(),
})

/** What `juxta clock` writes. */
export const clocksSchema = z.object({ clocks: z.array(clockSchema).readonly() })

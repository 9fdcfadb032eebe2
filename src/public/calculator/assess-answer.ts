import { z } from 'zod'
import { capacities, flags, notLiableCodes, readingsOf, regimes } from '#law'

const penceSchema = z.int().meta({ description: 'A whole number of pence.' })

const stepSchema = z.object({
  rule: z.string(),
  text: z.string(),
  textFr: z.string(),
  amountPence: penceSchema.nullable().meta({ description: 'The amount after this step; null where the step is not about money.' }),
  applied: z.boolean().meta({ description: 'False for a rule that was looked at and did not apply.' }),
  cite: z.string(),
  url: z.string(),
})

const personSchema = z.object({
  id: z.string(),
  capacity: z.enum(capacities),
  liable: z.boolean(),
  reasonNotLiable: z.string().nullable(),
  reasonNotLiableFr: z.string().nullable(),
  reasonCode: z.enum(notLiableCodes).nullable(),
  startingPointPence: penceSchema.nullable(),
  perEntrantPence: penceSchema.nullable(),
  totalPence: penceSchema.nullable(),
  exposurePence: penceSchema.nullable().meta({ description: 'All this id answers for: every capacity, and penalties answered for jointly.' }),
  cappedTotalPence: penceSchema.optional().meta({ description: 'Only above the cap: the share after a cut in proportion.' }),
  cappedExposurePence: penceSchema.optional(),
  answersFor: z.array(z.string()).readonly(),
  flags: z.array(z.enum(flags)).readonly(),
  steps: z.array(stepSchema).readonly(),
})

const settingNames = Object.keys(readingsOf) as (keyof typeof readingsOf)[]

const alternativeSchema = z.object({
  point: z.string(),
  setting: z.enum(settingNames),
  chosen: z.string(),
  other: z.string(),
  text: z.string(),
  textFr: z.string(),
  persons: z.array(z.object({ id: z.string(), capacity: z.enum(capacities), totalPence: penceSchema.nullable() })).readonly(),
  aggregatePence: penceSchema.nullable(),
})

const nearestFactSchema = z.object({
  id: z.string(),
  capacity: z.enum(capacities),
  fact: z.string(),
  text: z.string(),
  textFr: z.string(),
  liable: z.boolean(),
  totalPence: penceSchema.nullable().meta({ description: 'What this person would owe then; null when not liable.' }),
})

/** What `juxta assess` writes. */
export const assessmentSchema = z.object({
  regime: z.enum(regimes),
  persons: z.array(personSchema).readonly(),
  aggregatePence: penceSchema.nullable(),
  cappedAggregatePence: penceSchema.optional(),
  caps: z.object({
    statutoryPence: penceSchema,
    tierPence: penceSchema.nullable(),
    exceeded: z.boolean(),
    tierExceeded: z.boolean(),
    perPersonPence: penceSchema,
    times: z.int(),
  }),
  flags: z.array(z.enum(flags)).readonly(),
  alternatives: z.array(alternativeSchema).readonly(),
  nearestFacts: z.array(nearestFactSchema).readonly().meta({ description: 'What would change the result: one fact about one person turned round, all else the same.' }),
})

import { z } from 'zod'
import { businessSizes, capacities, limits, otherCarriers, penaltyStandings, readingsOf, sections, transporters } from '#law'
import { daySchema } from './contract-words.ts'

const incidentSchema = z.strictObject({
  occurredOn: daySchema,
  place: z.string().trim().min(1, 'Name the place, or leave this key out').optional(),
  transporter: z.enum(transporters, `Use one of ${transporters.join(', ')}. ${otherCarriers.en}`),
  section: z.enum(sections),
  entrants: z.int().min(0).max(limits.entrants).optional().meta({ description: 'Everyone found concealed. Needed for section 32.' }),
  journeyBeganOn: daySchema.optional(),
  adequatelySecured: z.boolean().optional().meta({ description: 'Section 31A: true when regulation 2A was met on arrival. Left out: false.' }),
})

const earlierPenaltySchema = z.strictObject({
  section: z.enum(sections),
  issuedOn: daySchema,
  status: z.enum(penaltyStandings).optional().meta({ description: 'Left out: final.' }),
})

const personSchema = z.strictObject({
  id: z.string().min(1),
  capacity: z.enum(capacities),
  complied: z.boolean().optional().meta({ description: 'Shown to have taken the actions asked of this person. Left out: false.' }),
  accredited: z.boolean().optional(),
  employedByAccredited: z.boolean().optional(),
  absentAndActedToComply: z.boolean().optional().meta({ description: 'Section 31A, not for the driver.' }),
  duress: z.boolean().optional(),
  underContractWith: z.string().min(1).nullish().meta({ description: 'For a driver or operator: the id of the owner or hirer driven for.' }),
  businessSize: z.enum(businessSizes).nullish().meta({ description: 'Only with evidence; reduces what the discounts left.' }),
  meansAmountPence: z.int().min(0).max(limits.meansAmountPence).nullish().meta({ description: 'An individual’s assessed level: for each entrant (32) or the incident (31A).' }),
  earlierPenalties: z.array(earlierPenaltySchema).max(limits.earlierPenalties).optional(),
  penalisedUnderOtherSection: z.boolean().optional().meta({ description: 'Already penalised under the other section for the same circumstances.' }),
  penalisedAtControl: z.boolean().optional().meta({ description: 'Section 31A: already penalised at the control outside the UK on this journey.' }),
})

const settingsSchema = z.strictObject({
  discountCombination: z.enum(readingsOf.discountCombination).optional(),
  priorScope: z.enum(readingsOf.priorScope).optional(),
  tierCap: z.enum(readingsOf.tierCap).optional(),
  priorsBefore2023: z.enum(readingsOf.priorsBefore2023).optional(),
  challengedPriors: z.enum(readingsOf.challengedPriors).optional(),
  fullCompliance: z.enum(readingsOf.fullCompliance).optional(),
  practiceOf2026: z.enum(readingsOf.practiceOf2026).optional(),
})

/** What `juxta assess` reads. A key that is not listed is an error: a misspelt fact must not pass as one left out. */
export const assessmentInputSchema = z.strictObject({
  incident: incidentSchema,
  persons: z.array(personSchema).min(1).max(limits.persons),
  settings: settingsSchema.optional(),
})

import { z } from 'zod'
import { instant } from '#values'
import { kinds } from '../record/record.ts'

/** What travels between us and a partner, signed. The shapes are the same in both directions. */
const head = {
  id: z.uuid(),
  /** Grows with every message to one partner, so that either side can say how far it has come. */
  number: z.number().int().nonnegative(),
  /** The public key of whom it is for, so that it cannot be handed on to another as if it were theirs. */
  to: z.string().max(100),
  sentAt: z.iso.datetime().transform(instant),
}

/** Tells the partner of a record, or how it stands now: a later number takes the place of an earlier one about the same item. */
const releaseMessage = z.object({
  ...head,
  type: z.literal('release'),
  item: z.uuid(),
  kind: z.enum(kinds),
  marking: z.string().max(40),
  facts: z.looseObject({ plate: z.string().min(1).max(20) }),
  conditions: z.object({ legalBasis: z.string().max(500), keepUntil: z.iso.date() }),
})

/** Asks the partner to delete what it was told, and to say what became of it. */
const withdrawalMessage = z.object({ ...head, type: z.literal('withdrawal'), item: z.uuid(), because: z.string().max(40) })

/** Says which key the sender will sign with from now on, signed with the one it is known by. Answered by received or refused. */
const successorMessage = z.object({ ...head, type: z.literal('successor'), item: z.uuid(), key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

export const outcomes = ['received', 'refused', 'deleted', 'kept', 'never-had'] as const

const answerMessage = z.object({
  ...head,
  type: z.literal('answer'),
  answers: z.uuid(),
  item: z.uuid(),
  outcome: z.enum(outcomes),
  reason: z.string().max(500).nullable(),
})

export const partnerMessage = z.discriminatedUnion('type', [releaseMessage, withdrawalMessage, answerMessage, successorMessage])

export type PartnerMessage = z.output<typeof partnerMessage>
export type ReleaseMessage = z.output<typeof releaseMessage>
export type WithdrawalMessage = z.output<typeof withdrawalMessage>
export type AnswerMessage = z.output<typeof answerMessage>
export type SuccessorMessage = z.output<typeof successorMessage>

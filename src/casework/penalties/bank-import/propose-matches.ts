import type { Pence } from '#values'
import type { StatementEntry } from './statement.ts'

/** A debt that a movement of money may be meant for. */
export interface OpenDebt {
  readonly penaltyId: string
  readonly caseId: string
  /** `JX-2024-000001-D1`. */
  readonly reference: string
  readonly names: readonly string[]
  readonly owedPence: Pence
}

/** What speaks for it, the strongest first. */
export const matchGrounds = ['reference', 'case-reference', 'amount', 'payer'] as const
export type MatchGround = (typeof matchGrounds)[number]

export interface MatchProposal {
  readonly debt: OpenDebt
  readonly grounds: readonly MatchGround[]
}

const written = /JX\W{0,2}(\d{4})\W{0,2}(\d{6})(?:\W{0,2}([DOHP])\W{0,2}(\d{1,2}))?/gi

interface References {
  readonly ofCases: ReadonlySet<string>
  readonly ofPenalties: ReadonlySet<string>
}

/** The references a payer wrote, however they parted them: banks drop hyphens and break lines. */
export function referencesIn(remittance: string): References {
  const [ofCases, ofPenalties] = [new Set<string>(), new Set<string>()]
  for (const [, year, number, capacity, place] of remittance.matchAll(written)) {
    ofCases.add(`JX-${year}-${number}`)
    if (capacity !== undefined && place !== undefined) ofPenalties.add(`JX-${year}-${number}-${capacity.toUpperCase()}${place}`)
  }
  return { ofCases, ofPenalties }
}

/** The debts that speak for themselves, the likeliest first. A person chooses; nothing is booked by likeness. */
export function proposeMatches(entry: StatementEntry, debts: readonly OpenDebt[]): readonly MatchProposal[] {
  const references = referencesIn(entry.remittance)
  return debts
    .map((debt) => ({ debt, grounds: groundsFor(entry, debt, references) }))
    .filter(({ grounds }) => grounds.some((ground) => ground !== 'payer'))
    .sort((one, other) => weight(other.grounds) - weight(one.grounds) || (one.debt.reference < other.debt.reference ? -1 : 1))
}

function groundsFor({ amountPence, payer }: StatementEntry, debt: OpenDebt, { ofCases, ofPenalties }: References): readonly MatchGround[] {
  const holds: Readonly<Record<MatchGround, boolean>> = {
    'reference': ofPenalties.has(debt.reference),
    'case-reference': ofCases.has(debt.reference.slice(0, debt.reference.lastIndexOf('-'))),
    'amount': debt.owedPence > 0 && debt.owedPence === amountPence,
    'payer': debt.names.some((name) => sameName(name, payer)),
  }
  return matchGrounds.filter((ground) => holds[ground])
}

/** Each ground outweighs all that come after it. */
function weight(grounds: readonly MatchGround[]): number {
  return grounds.reduce((sum, ground) => sum + 2 ** (matchGrounds.length - matchGrounds.indexOf(ground)), 0)
}

/** Banks write names in capitals, without accents and often cut short: all words of the shorter one stand in the longer. */
export function sameName(one: string, other: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].sort((left, right) => left.length - right.length)
  return shorter.length > 0 && shorter.join('').length >= shortestName && shorter.every((word) => longer.includes(word))
}

/** Below this a name such as "SRL" fits half of all companies. */
const shortestName = 5

function wordsOf(name: string): readonly string[] {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)
}

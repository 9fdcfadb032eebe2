import { assessedPenaltiesFrom, beforeAssessedPenalties, beforeReform, lastDayBefore, reformedFrom } from '../eras.ts'
import type { Capacity, Transporter } from '../assessment.ts'
import type { Form, Provision } from '../provision.ts'

const section = (number: string, part = ''): { cite: string; url: string; standing: 'read' } => ({
  cite: `Immigration and Asylum Act 1999 s.${number}${part}`,
  url: `https://www.legislation.gov.uk/ukpga/1999/33/section/${number}`,
  standing: 'read',
})

const act2002 = 'Nationality, Immigration and Asylum Act 2002 Sch. 8'
const act2022 = (paragraph: string): string => `Nationality and Borders Act 2022 Sch. 5 para. ${paragraph}`
const untilReform = { from: assessedPenaltiesFrom, to: lastDayBefore(reformedFrom) } as const
const since2002 = <Rule>(rule: Rule): readonly Form<Rule>[] => [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: act2002, rule }]
const since2023 = <Rule>(paragraph: string, rule: Rule): readonly Form<Rule>[] => [
  beforeReform,
  { from: reformedFrom, madeBy: act2022(paragraph), rule },
]

export type ResponsibleCapacities = Readonly<Record<Transporter, readonly Capacity[]>>

const ofAVehicle = ['owner', 'hirer', 'driver'] as const
const ofADetachedTrailer = ['owner', 'hirer', 'operator'] as const

export const responsibleForCarrying: Provision<ResponsibleCapacities> = {
  ...section('32', '(5)-(6)'),
  forms: since2002({
    'goods-vehicle': ofAVehicle,
    'detached-trailer': ofADetachedTrailer,
    bus: ofAVehicle,
    'other-vehicle': ofAVehicle,
  }),
}

/** Empty for what is not a goods vehicle: the section does not reach it. */
export const responsibleForSecuring: Provision<ResponsibleCapacities> = {
  ...section('31A', '(14)'),
  forms: since2023('3', { 'goods-vehicle': ofAVehicle, 'detached-trailer': ofADetachedTrailer, bus: [], 'other-vehicle': [] }),
}

/** Both limbs must be met: the vehicle not adequately secured on arrival, and this person's own actions not taken. */
export const failureToSecure: Provision<{ limbs: readonly ['not-adequately-secured', 'own-actions-not-taken'] }> = {
  ...section('31A', '(1)'),
  forms: since2023('3', { limbs: ['not-adequately-secured', 'own-actions-not-taken'] }),
}

/** A person who can show the prescribed actions may be given a reduction; the regulations that list them, by vehicle. */
export const reductionForCompliance: Provision<Readonly<Record<Transporter, string>>> = {
  ...section('32', '(2B)-(2C)'),
  forms: since2023('4', {
    'goods-vehicle': 'S.I. 2002/2817 reg. 3A',
    'detached-trailer': 'S.I. 2002/2817 reg. 3A',
    bus: 'S.I. 2002/2817 regs 3B, 3D and 3E',
    'other-vehicle': 'S.I. 2002/2817 regs 3C and 3D',
  }),
}

export const penaltyForEachEntrant: Provision<{ eachPersonConcealed: true }> = {
  ...section('32', '(2)'),
  forms: since2002({ eachPersonConcealed: true }),
}

export const penaltyForEachCapacity: Provision<{ separate: true }> = {
  ...section('32', '(6A)'),
  forms: since2002({ separate: true }),
}

export const penaltyForEachSecuringCapacity: Provision<{ separate: true }> = {
  ...section('31A', '(15)'),
  forms: since2023('3', { separate: true }),
}

/** Who answers together for the driver's penalty: whoever the driver has this tie with. */
export const jointLiabilityForCarrying: Provision<{ tie: 'contract' | 'employment' }> = {
  ...section('32', '(4)'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: act2002, rule: { tie: 'employment' } },
    { from: reformedFrom, madeBy: act2022('4'), rule: { tie: 'contract' } },
  ],
}

export const jointLiabilityForNotSecuring: Provision<{ tie: 'contract' }> = {
  ...section('31A', '(12)'),
  forms: since2023('3', { tie: 'contract' }),
}

/** The bar that stops a section 32 penalty on a person already penalised under section 31A for the same circumstances. */
export const barOnCarryingAfterSecuring: Provision<{ barred: true }> = {
  ...section('32', '(6B)'),
  forms: since2023('4', { barred: true }),
}

export const barOnSecuringAfterCarrying: Provision<{ barred: true }> = {
  ...section('31A', '(11)'),
  forms: since2023('3', { barred: true }),
}

/** A penalty for arrival at the control outside the UK bars another for arrival in the UK on the same journey. */
export const barOnSecondArrival: Provision<{ barred: true }> = {
  ...section('31A', '(10)'),
  forms: since2023('3', { barred: true }),
}

export const duressInCarrying: Provision<{ excuses: 'carrier' }> = {
  ...section('34', '(2)'),
  forms: since2002({ excuses: 'carrier' }),
}

export const duressShared: Provision<{ with: 'every-responsible-person' }> = {
  ...section('34', '(6)'),
  forms: since2002({ with: 'every-responsible-person' }),
}

export const duressInSecuring: Provision<{ excuses: 'that-person' }> = {
  ...section('31A', '(9)'),
  forms: since2023('3', { excuses: 'that-person' }),
}

/** The effective-system defence ended for vehicles with the reform; rail freight keeps it and is decided by hand. */
export const effectiveSystemDefence: Provision<{ personal: true }> = {
  ...section('34', '(3)'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: act2002, rule: { personal: true } },
    { from: reformedFrom, madeBy: `repealed for vehicles by ${act2022('7')}`, rule: null },
  ],
}

/** The decider must have regard to the code and may weigh any other relevant matter. */
export const regardToCode: Provision<{ mayDepartWithReasons: true }> = {
  ...section('32A'),
  forms: since2002({ mayDepartWithReasons: true }),
}

/** A longer time to decide counts only when the objector agreed to it. */
export const agreedDecisionTime: Provision<{ agreedWith: 'objector' }> = {
  ...section('35', '(7)(a)'),
  forms: since2002({ agreedWith: 'objector' }),
}

/** No power to extend is given, so a person decides what follows a late objection. */
export const objectionInTime: Provision<{ lateAccepted: 'by-a-person' }> = {
  ...section('35', '(5)'),
  forms: since2002({ lateAccepted: 'by-a-person' }),
}

export const rightOfAppeal: Provision<{ court: string }> = {
  ...section('35A'),
  forms: since2002({ court: 'county court or sheriff' }),
}

export const provisionalDetention: Provision<{ hours: number }> = {
  ...section('36', '(2B)-(2C)'),
  forms: since2002({ hours: 24 }),
}

export const detentionInDefault: Provision<{ notWhileAppealOpen: true }> = {
  ...section('36A'),
  standing: 'unconfirmed',
  forms: since2002({ notWhileAppealOpen: true }),
}

/** Beginning with the day the detention began. */
export const salePeriod: Provision<{ days: number }> = {
  ...section('37', '(4)'),
  forms: since2002({ days: 84 }),
}

export const noSaleWhileAppealOpen: Provision<{ waitsForAppeal: true }> = {
  ...section('37', '(5A)'),
  forms: since2002({ waitsForAppeal: true }),
}

/** What a person found concealed must be shown to be; knowledge of the carrier does not matter. */
export const clandestineEntrant: Provision<{ routes: readonly string[] }> = {
  ...section('32', '(1)'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: act2002, rule: { routes: ['a', 'aa', 'b'] } },
    // Route (c) could be used for penalties only from the reform: S.I. 2023/32 art. 2(2)(b).
    { from: reformedFrom, madeBy: act2022('4'), rule: { routes: ['a', 'aa', 'b', 'c'] } },
  ],
}

export const goodsVehicle: Provision<{ needs: readonly string[] }> = {
  ...section('43', '(1)'),
  forms: [beforeReform, { from: reformedFrom, madeBy: 'Nationality and Borders Act 2022 Sch. 5', rule: { needs: ['designed-for-goods', 'used-commercially'] } }],
}

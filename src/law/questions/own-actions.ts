import type { CalendarDate, Citation } from '#values'
import { regulation } from '../citing.ts'
import {
  actionsForBuses,
  actionsForGoodsVehicles,
  actionsForOtherVehicles,
  actionsForReductionWithGoods,
  type Action,
  type Duty,
} from '../instruments/carriers-liability-regulations-2002-actions.ts'
import { citationOf, inForce, isInForce, type Answer, type Provision } from '../provision.ts'
import { drives } from './drives.ts'
import type { Capacity, Transporter } from '../assessment.ts'

const actionsFor: Readonly<Record<Transporter, Provision<readonly Action[]>>> = {
  'goods-vehicle': actionsForGoodsVehicles,
  'detached-trailer': actionsForGoodsVehicles,
  bus: actionsForBuses,
  'other-vehicle': actionsForOtherVehicles,
}

export interface DutyQuestion {
  readonly transporter: Transporter
  readonly capacity: Capacity
  /** Where there is a hirer, what is asked of "the owner or, as the case may be, hirer" is asked of the hirer. */
  readonly isHired: boolean
  readonly on: CalendarDate
}

/** The actions asked of one person, and where they are written. A driver's missing check never becomes the owner's failure. */
export function actionsAsked({ transporter, capacity, isHired, on }: DutyQuestion): Answer<readonly Action[]> {
  const { value, under } = inForce(actionsFor[transporter], on)
  const duties = dutiesOf(capacity, isHired)
  const alsoUnder = actionsFor[transporter] === actionsForGoodsVehicles ? [citationOf(actionsForReductionWithGoods)] : []
  return { value: value.filter(({ whose }) => whose.some((duty) => duties.includes(duty))), under: [...under, ...alsoUnder] }
}

/** Where one action is written, by its place in the regulations. */
export function citationOfAction(id: string): Citation {
  return citationOf(regulation(id.slice(0, 2), id.slice(2)))
}

/** Nothing was asked in this way before the reform, when an effective system was a defence instead. */
export function areActionsAsked(transporter: Transporter, on: CalendarDate): boolean {
  return isInForce(actionsFor[transporter], on)
}

function dutiesOf(capacity: Capacity, isHired: boolean): readonly Duty[] {
  if (drives({ capacity })) return ['driver', 'everyone']
  if (capacity === 'owner' && isHired) return ['owner-and-hirer', 'everyone']
  return ['keeper', 'owner-and-hirer', 'everyone']
}

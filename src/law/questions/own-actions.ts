import type { CalendarDate } from '#values'
import {
  actionsForBuses,
  actionsForGoodsVehicles,
  actionsForOtherVehicles,
  type Action,
  type Duty,
} from '../instruments/carriers-liability-regulations-2002-actions.ts'
import { inForce, type Provision } from '../provision.ts'
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

/** The actions asked of one person. A driver's missing check never becomes the owner's failure. */
export function actionsAskedOf({ transporter, capacity, isHired, on }: DutyQuestion): readonly Action[] {
  const duties = dutiesOf(capacity, isHired)
  return inForce(actionsFor[transporter], on).value.filter(({ whose }) => whose.some((duty) => duties.includes(duty)))
}

/** The actions asked of this person that are not shown; none left means that the person complied. */
export function actionsMissing(question: DutyQuestion, taken: readonly string[]): readonly Action[] {
  return actionsAskedOf(question).filter(({ id }) => !taken.includes(id))
}

function dutiesOf(capacity: Capacity, isHired: boolean): readonly Duty[] {
  if (drives({ capacity })) return ['driver', 'everyone']
  if (capacity === 'owner' && isHired) return ['everyone']
  return ['keeper', 'everyone']
}

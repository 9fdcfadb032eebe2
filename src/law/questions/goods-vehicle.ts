import type { CalendarDate } from '#values'
import { containerCounts, goodsVehicle } from '../instruments/immigration-and-asylum-act-1999.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'

export interface VehicleFacts {
  readonly on: CalendarDate
  /** Designed or adapted solely or principally for goods, or a trailer designed to be towed by such a vehicle. */
  readonly isForGoods: boolean
  readonly isUsedCommercially: boolean
}

/** Use matters as much as build: a private van in private use is not a goods vehicle. */
export function isGoodsVehicle({ on, isForGoods, isUsedCommercially }: VehicleFacts): Answer<boolean> {
  const { under } = inForce(goodsVehicle, on)
  return { value: isForGoods && isUsedCommercially, under: [...under, citationOf(containerCounts)] }
}

import type { CalendarDate } from '#values'
import type { BusinessSize } from '../assessment.ts'
import { businessSizeTests, meansOnRequest, meansReductions } from '../instruments/level-of-penalty-code-of-practice.ts'
import { inForce, type Answer } from '../provision.ts'
import type { Requirement } from '../requirement.ts'

/** What a business shows of itself: staff, and at least one of the two sums, in whole euros. */
export interface BusinessFigures {
  readonly staff: number
  readonly turnoverEuros?: number | undefined
  readonly balanceSheetEuros?: number | undefined
}

const fromSmallest = ['micro', 'small', 'medium'] as const

/**
 * The smallest size whose test is met: few enough staff, and turnover or balance sheet small enough. That either sum is
 * enough is quoted for micro and small, and taken to hold for medium too. Which company of a group counts is for a person.
 */
export function sizeOfBusiness({ staff, turnoverEuros, balanceSheetEuros }: BusinessFigures, on: CalendarDate): Answer<BusinessSize> {
  const { value: tests, under } = inForce(businessSizeTests, on)
  const size = fromSmallest.find((each) => {
    const { staffBelow, turnoverEuros: turnover, balanceSheetEuros: balance } = tests[each]
    return staff < staffBelow && ((turnoverEuros !== undefined && turnoverEuros <= turnover) || (balanceSheetEuros !== undefined && balanceSheetEuros <= balance))
  })
  return { value: size ?? 'large', under }
}

export interface SizeTest {
  readonly size: BusinessSize
  /** Taken off what the discounts left. */
  readonly percent: number
  readonly staffBelow?: number
  readonly turnoverEuros?: number
  readonly balanceSheetEuros?: number
}

/** What makes a business each size, the smallest first; whatever meets none is large. */
export function sizeTestsOn(on: CalendarDate): Answer<readonly SizeTest[]> {
  const [tests, reductions] = [inForce(businessSizeTests, on), inForce(meansReductions, on)]
  const value = [...fromSmallest.map((size): SizeTest => ({ size, percent: reductions.value[size], ...tests.value[size] })), { size: 'large', percent: reductions.value.large } as const]
  return { value, under: [...tests.under, ...reductions.under] }
}

/** How means have to be raised before anybody looks at them. */
export function meansMustBe(on: CalendarDate): Answer<readonly Requirement[]> {
  return inForce(meansOnRequest, on)
}

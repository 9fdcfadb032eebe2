import type { BusinessFigures, BusinessSize } from '#law'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** How big a business was shown to be: its own figures, and what the law makes of them. */
export interface JudgedSize {
  readonly figures: BusinessFigures
  readonly size: BusinessSize
  readonly evidence: string
  readonly reasons: string
  readonly judgedBy: Named
  readonly judgedOn: CalendarDate
}

/** Such as `8 staff, turnover €1,200,000`. */
export function figuresInWords({ staff, turnoverEuros, balanceSheetEuros }: BusinessFigures): string {
  const euros = (sum: number): string => `€${sum.toLocaleString('en-GB')}`
  return [
    `${staff} staff`,
    ...(turnoverEuros === undefined ? [] : [`turnover ${euros(turnoverEuros)}`]),
    ...(balanceSheetEuros === undefined ? [] : [`balance sheet ${euros(balanceSheetEuros)}`]),
  ].join(', ')
}

declare const penceBrand: unique symbol

/** Sterling as a whole number of pence. Never a float, never a JSON decimal. */
export type Pence = number & { readonly [penceBrand]: true }

export const noPence = 0 as Pence

/** Throws a RangeError unless the amount is a whole number of pence that JavaScript holds exactly. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of pence: ${amount}`)
  return amount as Pence
}

export function pounds(amount: number): Pence {
  return pence(Math.round(amount * 100))
}

export function addPence(...amounts: readonly Pence[]): Pence {
  return pence(amounts.reduce((sum, amount) => sum + amount, 0))
}

export function subtractPence(from: Pence, amount: Pence): Pence {
  return pence(from - amount)
}

export function timesPence(amount: Pence, count: number): Pence {
  return pence(amount * count)
}

/** What is left of an amount after taking off a whole percentage; a half penny is kept by the payer, so the result rounds down. */
export function lessPercent(amount: Pence, percent: number): Pence {
  return pence(Math.floor((amount * (100 - percent)) / 100))
}

const sterling = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })
const wholeSterling = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 })

/** `£48,000`, or `£187.50` when there are odd pence. */
export function inPounds(amount: Pence): string {
  return (amount % 100 === 0 ? wholeSterling : sterling).format(amount / 100)
}

import { dayInWords, inPounds, type CalendarDate, type Pence } from '#values'

/** A sentence in both languages of the controls and of the notices. */
export interface Words {
  readonly en: string
  readonly fr: string
}

/** Joins literal text and values that are written differently in each language. */
export function say(en: string, fr: string): Words {
  return { en, fr }
}

const frenchSterling = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 0, maximumFractionDigits: 2 })
const frenchOddSterling = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 })

/** `£48,000` and `48 000 £`. */
export function amountInWords(amount: Pence): Words {
  const french = amount % 100 === 0 ? frenchSterling : frenchOddSterling
  return { en: inPounds(amount), fr: `${french.format(amount / 100)} £` }
}

/** The sentence with its first letter raised, in each language. */
export function startingLarge({ en, fr }: Words): Words {
  return say(raised(en), raised(fr))
}

function raised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

export function dayInBoth(on: CalendarDate): Words {
  return { en: dayInWords(on, 'en'), fr: dayInWords(on, 'fr-FR') }
}

/** One thing that a form about a vehicle asks. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly kind: 'text' | 'area' | 'day' | 'time' | 'pounds' | 'one-of' | 'some-of' | 'tick'
  readonly items?: readonly { readonly value: string; readonly text: string; readonly hint?: { readonly text: string } }[]
}

type Items = NonNullable<Field['items']>

const field = (kind: Field['kind']) => (name: string, label: string, hint?: string): Field => ({ name, label, kind, ...(hint === undefined ? {} : { hint }) })

export const asksText = field('text')
export const asksWords = field('area')
export const asksDay = field('day')
export const asksTime = field('time')
export const asksPounds = field('pounds')
/** Something that only the officer can say, and has to. */
export const asksTick = field('tick')

export function asksOneOf(name: string, label: string, items: Items): Field {
  return { name, label, kind: 'one-of', items }
}

export function asksSomeOf(name: string, label: string, items: Items): Field {
  return { name, label, kind: 'some-of', items }
}

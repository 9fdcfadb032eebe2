import { logging } from '#law'
import type { CalendarDate } from '#values'

/** Why an officer opens a case: a list to pick from, so that reasons can be counted, with room for another. */
export const lookReasons = ['own-work', 'deciding', 'objection', 'payment', 'asked-by-person', 'checking', 'other'] as const
export type LookReason = (typeof lookReasons)[number]

const sentences: Readonly<Record<LookReason, string>> = {
  'own-work': 'I am working on this case',
  'deciding': 'I am deciding or reviewing it',
  'objection': 'An objection or letter came in',
  'payment': 'A payment or debt concerns it',
  'asked-by-person': 'The person or their representative asked',
  'checking': 'I am checking quality or auditing',
  'other': 'Another reason',
}

export function reasonSentence(reason: LookReason, other = ''): string {
  return reason === 'other' ? other : sentences[reason]
}

/** What the law says of the log that the answer goes into, for whoever is asked. */
export function askingWhy(today: CalendarDate) {
  const { value: { acts, onlyFor }, under } = logging(today)
  return { reasonChoices, logged: { acts: acts.map(({ words }) => words.en), onlyFor: onlyFor.map(({ words }) => words.en), under } }
}

export const reasonChoices = lookReasons.map((value) => ({ value, text: sentences[value] }))

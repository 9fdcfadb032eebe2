import type { Settlement } from './returned-letter.ts'

export const settlementWords: Readonly<Record<Settlement, string>> = {
  'new-notice': 'Issued again with new days',
  'sent-again': 'Sent again with the same days',
  left: 'Left, with reasons',
}

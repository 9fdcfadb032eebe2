import type { NoActionReason } from '../case/penalty-case.ts'
import type { WrongPartyReason } from '../person/person.ts'

export const noActionWords: Readonly<Record<NoActionReason, string>> = {
  'no-breach': 'Nobody failed in a duty: nothing was carried, and the vehicle was secured',
  'outside-the-law': 'Not a vehicle, a place or a day that the Act covers',
  'driver-reported': 'The driver raised the alarm, and nothing else is to be answered for',
  'nobody-traceable': 'Nobody responsible can be traced',
  'too-late': 'The time to issue a notice has gone',
  'not-in-the-public-interest': 'It would serve nobody: the power is “may require”',
  'other': 'Another reason',
}

export const wrongPartyWords: Readonly<Record<WrongPartyReason, string>> = {
  'sold-before': 'Sold before the incident',
  'hired-out': 'Hired out, and not theirs to answer for',
  'stolen-or-cloned': 'Stolen, or its plate was cloned',
  'mistaken-identity': 'Taken for somebody else',
  'misread-plate': 'The plate was misread',
  'other': 'Another reason',
}

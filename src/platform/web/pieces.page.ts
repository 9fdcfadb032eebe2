import { z } from 'zod'
import { day, daysAfter, instant, pence } from '#values'
import { anyone } from './assets.ts'
import { page } from './page.ts'

const cite = { cite: 'Immigration and Asylum Act 1999 s.32', url: 'https://www.legislation.gov.uk/ukpga/1999/33/section/32' }
const at = instant('2026-03-10T02:14:07Z')

const steps = [
  { text: 'Eight people were found concealed in the vehicle.', textFr: 'Huit personnes ont été trouvées cachées dans le véhicule.', amountPence: null, applied: true, ...cite },
  { text: 'The starting point is £6,000 for each person found.', textFr: 'Le point de départ est de 6 000 £ par personne trouvée.', amountPence: pence(4_800_000), applied: true, ...cite },
  { text: 'A reduction for means: no evidence of means was sent.', textFr: 'Réduction selon les moyens : aucune preuve reçue.', amountPence: null, applied: false, ...cite },
  { text: 'A reduction of half: the owner showed it had taken the required actions.', textFr: 'Réduction de moitié : le propriétaire a montré avoir pris les mesures requises.', amountPence: pence(2_400_000), applied: true, ...cite },
]

const entries = [
  { on: day('2026-03-10'), at, text: 'Penalty notice issued to the owner', by: 'Senior Officer (demo)', role: 'senior officer', reason: 'Vehicle security was not checked at the last stop.', under: [cite], kind: 'look' },
  { on: day('2026-03-09'), at, text: 'Assessment proposed', by: 'Caseworker (demo)', role: 'caseworker' },
  { on: day('2026-03-08'), at, text: 'Case opened from a detection at Calais', by: 'Juxta', kind: 'done' },
]

const people = {
  people: [{ name: 'A. Driver (demo)', capacity: 'Driver' }, { name: 'Demo Haulage SRL', capacity: 'Owner' }, { name: 'Demo Logistics GmbH', capacity: 'Hirer' }],
  rows: [
    { label: 'Address', cells: ['Example Street 1, Cluj', 'Example Street 9, Cluj', 'Beispielweg 4, Köln'] },
    { label: 'Notice language', cells: ['English', 'English', 'English'] },
    { label: 'Checklist seen', cells: ['No', 'No', 'Yes'] },
  ],
}

/** Every recurring piece in every state it can be in, for the eye. */
export const piecesPage = page({
  path: '/pieces',
  right: anyone,
  template: 'platform/web/pieces-page.njk',
  query: z.object({ screen: z.enum(['border', 'casework', 'public']).default('casework') }),
  show: async ({ query }, { clock }) => {
    const today = clock.today()
    const clocks = [[21, false], [4, false], [0, false], [-3, false], [12, true]] as const
    return {
      screen: query.screen, steps, entries, at, ...people,
      clocks: clocks.map(([left, paused]) => ({ left, paused, lastDay: daysAfter(left, today) })),
      amounts: [['issued', 4_800_000], ['owed', 2_400_000], ['collected', 1_200_050], ['writtenOff', 60_000]].map(([which, amount]) => ({ which, amount })),
    }
  },
})

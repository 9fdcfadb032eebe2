import { z } from 'zod'
import { inBoth } from '#platform/web'
import { choices } from '../bilingual.ts'
import { optionalCountry, optionalPlate, optionalText } from '../form-fields.page.ts'
import { readSearch } from '../search/search.store.ts'
import { sectionPage } from './section.page.ts'
import { entryMethods, entryMethodWords, fastenings, fasteningWords, hidingPlaces, hidingPlaceWords, transporters, transporterWords } from './vehicle.ts'

const choose = (en: string, fr: string) => inBoth(`Choose ${en}`, `Choisissez ${fr}`)

const vehicleAnswers = z.object({
  transporter: z.enum(transporters, choose('the kind of vehicle', 'le type de véhicule')),
  tractorPlate: optionalPlate, trailerPlate: optionalPlate, country: optionalCountry,
  hiddenIn: z.array(z.enum(hidingPlaces)),
  entryMethod: z.enum(entryMethods, choose('how they got in', 'le mode d’entrée')),
  seals: z.enum(fastenings, choose('how the seals stood', 'l’état des scellés')),
  sealNumbers: optionalText(),
  cable: z.enum(fastenings, choose('how the cable stood', 'l’état du câble')),
  lock: z.enum(fastenings, choose('how the locks stood', 'l’état des serrures')),
  note: optionalText(2000),
  because: optionalText(), goTo: z.enum(['check']).optional(),
})

export const vehiclePage = sectionPage<'vehicle', typeof vehicleAnswers>({
  section: 'vehicle',
  form: vehicleAnswers,
  read: ({ because: _because, goTo: _goTo, ...vehicle }) => vehicle,
  typed: (vehicle) => ({ ...vehicle }),
  propose: async ({ searchId }, { db }) => {
    const search = searchId === null ? undefined : await readSearch(db, searchId)
    return search === undefined ? {} : { tractorPlate: search.tractorPlate, trailerPlate: search.trailerPlate, country: search.country }
  },
  words: ({ words }) => ({
    transporters: choices(transporterWords, words), hidingPlaces: choices(hidingPlaceWords, words),
    entryMethods: choices(entryMethodWords, words), fastenings: choices(fasteningWords, words),
  }),
})

import { z } from 'zod'
import { recordLook } from '#platform/events'
import { askPage } from '#platform/web'
import { siteName } from '#values'
import { lookReasons, reasonChoices, reasonSentence } from '../case/look-reasons.ts'
import { capacityWords, caseStageWords } from '../case/words.ts'
import { casesFoundShown, searchedMax } from '../limits.ts'
import { seeCases } from '../rights.ts'
import { searchCases, type FoundBy, type FoundCase } from './search-cases.store.ts'

interface Place {
  readonly word: string
  /** What of the case to open; the case itself when left out. */
  readonly at?: string
}

const places: Readonly<Record<FoundBy, Place>> = {
  'reference': { word: 'Reference' },
  'plate': { word: 'Plate' },
  'number': { word: 'Number' },
  'name': { word: 'Name' },
  'like-name': { word: 'A name much like it' },
  'representative': { word: 'A representative', at: '/file#representatives' },
  'reasons': { word: 'Reasons or an objection' },
  'appeal': { word: 'An appeal' },
  'letter': { word: 'A letter we sent' },
  'note': { word: 'A note', at: '/file#notes' },
  'answer': { word: 'An answer to a request', at: '/file#requests' },
  'evidence': { word: 'Evidence', at: '/file#evidence' },
}

const form = z.object({
  q: z.string('Type what you look for').trim().min(2, 'Type at least two letters or digits').max(searchedMax, `Use ${searchedMax} characters or fewer`),
  reason: z.enum(lookReasons, 'Say why you search'),
  other: z.string().max(200, 'Use 200 characters or fewer').default(''),
}).refine(({ reason, other }) => reason !== 'other' || other !== '', { path: ['other'], message: 'Say what your reason is' })

/**
 * The one box of casework. What was typed goes in the body of the request, so that no name ends up in an address, and the search
 * is in the log of looks, with its reason and what it found, before its answer is shown.
 */
export const searchPage = askPage({
  path: '/cases/search',
  right: seeCases,
  template: 'casework/penalties/search/search.njk',
  form,
  show: () => ({ reasonChoices, values: { reason: 'own-work' } }),
  answer: async ({ q, reason, other }, { db, officer, by }) => {
    const found = await searchCases(db, officer, q)
    const shown = found.slice(0, casesFoundShown)
    const what = `search for “${q}”: ${shown.length === 0 ? 'nothing' : shown.map(({ reference }) => reference).join(' ')}`
    await recordLook(db, { subject: 'search:cases', what, by: by(reasonSentence(reason, other)) })
    return { asked: q, lines: shown.map(line), isMore: found.length > casesFoundShown, most: casesFoundShown }
  },
})

function line({ id, reference, stage, port, incident, by, names }: FoundCase) {
  return {
    id, reference,
    by: by.map((each) => ({ word: places[each].word, href: `/cases/${id}${places[each].at ?? ''}` })),
    stage: caseStageWords[stage],
    place: siteName(port),
    occurredOn: incident.occurredOn,
    vehicles: [incident.tractor, incident.trailer].filter((vehicle) => vehicle !== null),
    names: names.map(({ name, capacity }) => `${name}, ${capacityWords[capacity].toLowerCase()}`),
  }
}

import { z } from 'zod'
import { newId } from '#platform/identity'
import { inBoth, type PageContext } from '#platform/web'
import { choices } from '../bilingual.ts'
import { count, formId, lines, momentTyped, optionalDay, optionalText, optionalTime } from '../form-fields.page.ts'
import { asTyped } from '../local-time.ts'
import { readSearch } from '../search/search.store.ts'
import { typedMoment } from './alarm.page.ts'
import type { Detection } from './detection.ts'
import type { NewHandOver } from './hand-over.ts'
import { vehicleOutcomes, vehicleOutcomeWords, type SceneOutcome } from './scene.ts'
import { sectionPage, type Typed } from './section.page.ts'

const peopleAnswers = ['with-us', 'handed-over'] as const

const peopleWords = {
  'with-us': { en: 'Still with us: record the hand-over when it happens', fr: 'Encore avec nous : enregistrer la remise quand elle aura lieu' },
  'handed-over': { en: 'Handed over to the French police', fr: 'Remises à la police française' },
} as const

const sceneAnswers = z.object({
  people: z.enum(peopleAnswers, inBoth('Choose where the people are', 'Choisissez où sont les personnes')).optional(),
  handOverId: formId.optional(),
  handedAdults: count, handedChildren: count, handedOn: optionalDay, handedTime: optionalTime,
  receivingOfficer: optionalText(120), receiptReference: optionalText(120),
  officers: lines,
  vehicleOutcome: z.enum(vehicleOutcomes, inBoth('Choose what became of the vehicle', 'Choisissez le sort du véhicule')),
  intelligenceReference: optionalText(60),
  because: optionalText(), goTo: z.enum(['check']).optional(),
}).superRefine(({ people, handedTime, receivingOfficer }, { addIssue }) => {
  if (people !== 'handed-over') return
  if (handedTime === undefined) addIssue({ code: 'custom', path: ['handedTime'], message: inBoth('Enter the time of the hand-over', 'Saisissez l’heure de la remise') })
  if (receivingOfficer === null) addIssue({ code: 'custom', path: ['receivingOfficer'], message: inBoth('Enter who received them', 'Saisissez qui les a reçues') })
})

type SceneAnswers = z.output<typeof sceneAnswers>

export const scenePage = sectionPage<'scene', typeof sceneAnswers>({
  section: 'scene',
  form: sceneAnswers,
  read: readScene,
  typed: ({ handOver, ...scene }) => ({ ...scene, officers: scene.officers.join('\n'), people: handOver === null ? 'with-us' : 'handed-over', ...typedHandOver(handOver) }),
  propose: proposeScene,
  words: ({ words }) => ({ vehicleOutcomes: choices(vehicleOutcomeWords, words), peopleAnswers: choices(peopleWords, words) }),
})

function readScene(form: SceneAnswers, { clock }: PageContext, detection: Detection | undefined): SceneOutcome {
  const { officers, vehicleOutcome, intelligenceReference } = form
  const handOver = detection?.stage === 'recorded' ? (detection.scene?.handOver ?? null) : readHandOver(form, asTyped(clock.now()).on)
  return { officers, vehicleOutcome, intelligenceReference, handOver }
}

function readHandOver(form: SceneAnswers, today: string): NewHandOver | null {
  const { people, handOverId = newId(), handedAdults: adults, handedChildren: children, receivingOfficer, receiptReference } = form
  const handedOverAt = momentTyped(form.handedOn, form.handedTime, today)
  if (people !== 'handed-over' || handedOverAt === null || receivingOfficer === null) return null
  return { id: handOverId, adults, children, handedOverAt, receivingOfficer, receiptReference }
}

function typedHandOver(handOver: NewHandOver | null): Typed {
  if (handOver === null) return { handOverId: newId() }
  const { id, adults, children, handedOverAt, receivingOfficer, receiptReference } = handOver
  return { handOverId: id, handedAdults: adults, handedChildren: children, receivingOfficer, receiptReference, ...typedMoment('handed', handedOverAt) }
}

/** Everybody is handed over together, by whoever searched, unless the officer says otherwise. */
async function proposeScene({ searchId, alarm }: Detection, { db, clock, officer }: PageContext): Promise<Typed> {
  const search = searchId === null ? undefined : await readSearch(db, searchId)
  return {
    handOverId: newId(), handedAdults: alarm?.adults ?? 0, handedChildren: alarm?.children ?? 0, ...typedMoment('handed', clock.now()),
    officers: (search?.officers ?? [officer.name]).join('\n'),
  }
}

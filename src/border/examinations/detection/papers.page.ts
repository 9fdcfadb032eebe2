import { z } from 'zod'
import { inBoth } from '#platform/web'
import { choices } from '../bilingual.ts'
import { momentTyped, optionalDay, optionalText, optionalTime } from '../form-fields.page.ts'
import { statementLength } from '../limits.ts'
import { asTyped } from '../local-time.ts'
import { typedMoment } from './alarm.page.ts'
import { capacities, capacityWords, interpreterAnswers, interpreterWords, sightings, sightingWords, type Capacity, type PapersAndDriver, type PersonAtScene } from './papers.ts'
import { sectionPage, type Typed } from './section.page.ts'

const sighting = z.enum(sightings, inBoth('Choose whether it was seen', 'Choisissez s’il a été vu'))
const name = optionalText(120)

const papersAnswers = z.object({
  checklist: sighting, instructions: sighting,
  driverName: name, driverCompany: name, ownerName: name, ownerCompany: name, hirerName: name, hirerCompany: name, operatorName: name, operatorCompany: name,
  language: optionalText(60),
  interpreter: z.enum(interpreterAnswers, inBoth('Choose whether there was an interpreter', 'Choisissez s’il y avait un interprète')),
  statement: optionalText(statementLength),
  lastStopPlace: optionalText(), lastStopOn: optionalDay, lastStopTime: optionalTime,
  lastCheckOn: optionalDay, lastCheckTime: optionalTime, lastCheckHow: optionalText(),
  because: optionalText(), goTo: z.enum(['check']).optional(),
})

type PapersAnswers = z.output<typeof papersAnswers>

export const papersPage = sectionPage<'papers', typeof papersAnswers>({
  section: 'papers',
  form: papersAnswers,
  read: (form, { clock }) => readPapers(form, asTyped(clock.now()).on),
  typed: typedPapers,
  propose: async (_detection, { clock }) => {
    const today = asTyped(clock.now()).on
    return { lastStopOn: today, lastCheckOn: today }
  },
  words: ({ words }) => ({
    sightings: choices(sightingWords, words), interpreterAnswers: choices(interpreterWords, words), capacities: choices(capacityWords, words),
  }),
})

function readPapers(form: PapersAnswers, today: string): PapersAndDriver {
  const { checklist, instructions, language, interpreter, statement, lastStopPlace, lastCheckHow } = form
  return {
    checklist, instructions, language, interpreter, statement, lastStopPlace, lastCheckHow,
    persons: capacities.flatMap((capacity) => personIn(form, capacity)),
    lastStopAt: momentTyped(form.lastStopOn, form.lastStopTime, today),
    lastCheckAt: momentTyped(form.lastCheckOn, form.lastCheckTime, today),
  }
}

/** A firm may be all that the papers name. */
function personIn(form: PapersAnswers, capacity: Capacity): readonly PersonAtScene[] {
  const company = form[`${capacity}Company`]
  const name = form[`${capacity}Name`] ?? company
  return name === null ? [] : [{ capacity, name, company }]
}

function typedPapers(papers: PapersAndDriver): Typed {
  const named = papers.persons.flatMap(({ capacity, name, company }) => [[`${capacity}Name`, name], [`${capacity}Company`, company ?? '']])
  return { ...papers, ...Object.fromEntries(named), ...typedMoment('lastStop', papers.lastStopAt), ...typedMoment('lastCheck', papers.lastCheckAt) }
}

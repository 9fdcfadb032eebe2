import { z } from 'zod'
import { change } from '#platform/events'
import { newId } from '#platform/identity'
import { formPage } from '#platform/web'
import { isPort, siteName, type Port } from '#values'
import type { Database } from '#platform/database'
import { because } from '../entry/entry-form.page.ts'
import { commonestConfusions, type ConfusionCounts } from '../reading-errors/confusion-counts.ts'
import { countShapes } from '../reading-errors/plate-shapes.ts'
import { watchlistRefusals as refusals } from '../refusals.ts'
import { tuneMatcher } from '../rights.ts'
import { countCorrections } from './count-corrections.ts'
import { confusionsShown, correctionsMin, shapesLearnedMin, shapesShownMax } from './limits.ts'
import { allMatrices, errorMatrix } from './matrix.store.ts'
import { platesPassedLately, plateTruths } from './passing.store.ts'
import { putMatrixInForce } from './put-matrix-in-force.ts'

const aPort = z.string().refine(isPort)

/** The machine shows what officers' corrections come to; a named person puts it in force, and says why. */
export const learnPage = formPage({
  path: '/matcher/learn',
  right: tuneMatcher,
  template: 'border/watchlists/tuning/learn.njk',
  query: z.object({ port: aPort.optional().catch(undefined) }),
  form: z.object({ id: z.uuid(), port: z.union([aPort, z.literal('')]).default('').transform((port) => (port === '' ? null : port)), ...because.shape }),
  refusals,
  show: async (_params, { db, words, site }, { port = null }) => {
    const counts = await countsOf(db, port)
    return {
      port, place: port === null ? words('all ports', 'tous les ports') : siteName(port), enough: counts.plates >= correctionsMin && site === 'centre', correctionsMin,
      plates: counts.plates, misread: counts.misread, shapes: shapesShown(counts),
      confusions: commonestConfusions(counts, confusionsShown).map((one) => ({ ...one, what: whatOf(one, words), learned: percent(one.learned), byDefault: percent(one.byDefault) })),
      values: { id: newId(), port: port ?? '' },
    }
  },
  submit: async (_params, { id, port, because: reason }, { db, by, site }) => {
    const [counts, before] = await Promise.all([countsOf(db, port), allMatrices(db)])
    const act = by(reason)
    const version = (before[0]?.version ?? 0) + 1
    return change(db, errorMatrix, { id, by: act }, (matrix) => putMatrixInForce(matrix, { id, site, port, counts, version }, act))
  },
  next: () => '/matcher',
  done: { en: 'In force. Every port it is for weighs its reads by it within a second. It can be taken out again.', fr: 'En vigueur. Chaque port concerné pèse ses lectures ainsi en une seconde. On peut le retirer.' },
})

async function countsOf(db: Database, port: Port | null): Promise<ConfusionCounts> {
  const [truths, passed] = await Promise.all([plateTruths(db, port), platesPassedLately(db)])
  return { ...countCorrections(truths), ...(passed.length < shapesLearnedMin ? {} : { shapes: countShapes(passed) }) }
}

/** What a person reads of the shapes: the commonest, `AA99AAA`, and their part of all. */
function shapesShown({ shapes = {} }: ConfusionCounts) {
  const passed = Object.values(shapes).reduce((sum, times) => sum + times, 0)
  return Object.entries(shapes).sort(([, one], [, other]) => other - one).slice(0, shapesShownMax)
    .map(([shape, times]) => ({ key: shape.replaceAll('L', 'A').replaceAll('D', '9'), value: percent(times / passed) }))
}

function whatOf({ truth, read }: { truth: string; read: string }, words: (en: string, fr: string) => string): string {
  if (truth === '') return words(`${read} where there is nothing`, `${read} là où il n’y a rien`)
  return read === '' ? words(`${truth} not read`, `${truth} non lu`) : words(`${truth} read as ${read}`, `${truth} lu ${read}`)
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`
}

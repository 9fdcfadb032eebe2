import { z } from 'zod'
import { change } from '#platform/events'
import { newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { isPort, type Port } from '#values'
import type { Database } from '#platform/database'
import { because } from '../entry/entry-form.page.ts'
import { commonestConfusions, type ConfusionCounts } from '../reading-errors/confusion-counts.ts'
import { countShapes } from '../reading-errors/plate-shapes.ts'
import { watchlistRefusals as refusals } from '../refusals.ts'
import { tuneMatcher } from '../rights.ts'
import { countByCamera, countCorrections } from './count-corrections.ts'
import { camerasShown, confusionsShown, correctionsMinOf, shapesLearnedMin, shapesShownMax } from './limits.ts'
import { inForceText, whoseText } from './matrix-words.ts'
import { learnedOf, matrixFor, ratesBefore, type Matrix, type Whose } from './matrix.ts'
import { allMatrices, errorMatrix } from './matrix.store.ts'
import { platesPassedLately, plateTruths, type PlateTruth } from './passing.store.ts'
import { putMatrixInForce } from './put-matrix-in-force.ts'

const aPort = z.string().refine(isPort)
const aCamera = z.string().max(120)

/** The machine shows what officers' corrections come to; a named person puts it in force, and says why. */
export const learnPage = formPage({
  path: '/matcher/learn',
  right: tuneMatcher,
  template: 'border/watchlists/tuning/learn.njk',
  query: z.object({ port: aPort.optional().catch(undefined), camera: aCamera.optional().catch(undefined) }),
  form: z.object({ id: z.uuid(), port: z.union([aPort, z.literal('')]).default('').transform((port) => (port === '' ? null : port)), camera: aCamera.default('').transform((camera) => (camera === '' ? null : camera)), ...because.shape }),
  refusals,
  show: async (_params, ctx, { port = null, camera: named = null }) => {
    const { db, words, site } = ctx
    const whose = { port, camera: port === null ? null : named }
    const [{ truths, counts }, matrices] = await Promise.all([learnedFrom(db, whose), allMatrices(db)])
    const correctionsMin = correctionsMinOf[learnedOf(whose)]
    return {
      ...whose, place: whoseText(whose, words), enough: counts.plates >= correctionsMin && site === 'centre', correctionsMin,
      plates: counts.plates, misread: counts.misread, shapes: shapesShown(counts),
      confusions: commonestConfusions(counts, confusionsShown, ratesBefore(whose, matrices)).map((one) => ({ ...one, what: whatOf(one, words), learned: percent(one.learned), before: percent(one.before) })),
      cameras: port === null || whose.camera !== null ? [] : camerasOf(truths, port, { matrices, ctx }),
      values: { id: newId(), port: port ?? '', camera: whose.camera ?? '' },
    }
  },
  submit: async (_params, { id, port, camera: named, because: reason }, { db, by, site }) => {
    const whose = { port, camera: port === null ? null : named }
    const [{ counts }, before] = await Promise.all([learnedFrom(db, whose), allMatrices(db)])
    const act = by(reason)
    const version = (before[0]?.version ?? 0) + 1
    return change(db, errorMatrix, { id, by: act }, (matrix) => putMatrixInForce(matrix, { id, site, ...whose, counts, version }, act))
  },
  next: () => '/matcher',
  done: { en: 'In force. Every port it is for weighs its reads by it within a second. It can be taken out again.', fr: 'En vigueur. Chaque port concerné pèse ses lectures ainsi en une seconde. On peut le retirer.' },
})

/** What has been said of these cameras, and what it comes to, with the shapes of what passes, which do not depend on one camera. */
async function learnedFrom(db: Database, whose: Whose): Promise<{ readonly truths: readonly PlateTruth[]; readonly counts: ConfusionCounts }> {
  const [truths, passed] = await Promise.all([plateTruths(db, whose), whose.camera === null ? platesPassedLately(db) : []])
  return { truths, counts: { ...countCorrections(truths), ...(passed.length < shapesLearnedMin ? {} : { shapes: countShapes(passed) }) } }
}

/** What a person reads of the shapes: the commonest, `AA99AAA`, and their part of all. */
function shapesShown({ shapes = {} }: ConfusionCounts) {
  const passed = Object.values(shapes).reduce((sum, times) => sum + times, 0)
  return Object.entries(shapes).sort(([, one], [, other]) => other - one).slice(0, shapesShownMax)
    .map(([shape, times]) => ({ key: shape.replaceAll('L', 'A').replaceAll('D', '9'), value: percent(times / passed) }))
}

/** What has been said of each camera of a port, and which model its reads are weighed by. */
function camerasOf(truths: readonly PlateTruth[], port: Port, { matrices, ctx }: { readonly matrices: readonly Matrix[]; readonly ctx: PageContext }) {
  return countByCamera(truths).slice(0, camerasShown).map((camera) => ({
    ...camera, enough: camera.plates >= correctionsMinOf.camera, inForce: inForceText(matrixFor({ port, camera: camera.cameraId }, matrices), ctx.words),
  }))
}

function whatOf({ truth, read }: { truth: string; read: string }, words: (en: string, fr: string) => string): string {
  if (truth === '') return words(`${read} where there is nothing`, `${read} là où il n’y a rien`)
  return read === '' ? words(`${truth} not read`, `${truth} non lu`) : words(`${truth} read as ${read}`, `${truth} lu ${read}`)
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`
}

import { historyOf } from '#platform/events'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { allPorts, dayOf, hoursAfter, siteName } from '#values'
import { tiersByDefault } from '../limits.ts'
import { countEntries } from '../entry/entry.store.ts'
import { allLists } from '../list/list.store.ts'
import { seeMatcher, tuneMatcher } from '../rights.ts'
import { countByCamera } from './count-corrections.ts'
import { countedDays } from './limits.ts'
import { inForceText, whoseText } from './matrix-words.ts'
import { allTiers } from './list-tiers.store.ts'
import { matrixFor, type Matrix } from './matrix.ts'
import { allMatrices } from './matrix.store.ts'
import { countPassed, plateTruths } from './passing.store.ts'

/** How sure the matcher is asked to be, list by list, and what it has learned of each port's cameras. */
export const matcherPage = page({
  path: '/matcher',
  right: seeMatcher,
  template: 'border/watchlists/tuning/matcher.njk',
  show: async (_input, ctx) => {
    const { db, site, officer } = ctx
    const [lists, matrices, truths] = await Promise.all([listRows(ctx), allMatrices(db), plateTruths(db, { port: null, camera: null })])
    return {
      mayTune: site === 'centre' && may(officer, tuneMatcher),
      tiersByDefault, ...lists,
      ports: allPorts().map((port) => {
        const said = truths.filter((truth) => truth.site === port)
        return { port, name: siteName(port), plates: said.length, misread: said.filter(({ readAs, truth }) => readAs !== truth).length, inForce: inForceText(matrixFor({ port, camera: null }, matrices), ctx.words), cameras: countByCamera(said) }
      }),
      matrices: await Promise.all(matrices.map((matrix) => matrixRow(matrix, matrices, ctx))),
    }
  },
})

async function listRows({ db, clock, words }: PageContext) {
  const now = clock.now()
  const [lists, counts, tiers, passed] = await Promise.all([allLists(db), countEntries(db, clock.today()), allTiers(db), countPassed(db, hoursAfter(-24 * countedDays, now), now)])
  const aDay = passed / countedDays
  return {
    passedADay: Math.round(aDay),
    lists: lists.map(({ id, nameEn, nameFr }) => {
      const set = tiers.find(({ listId }) => listId === id)
      return {
        id, name: words(nameEn, nameFr), vehicles: counts.find(({ listId }) => listId === id)?.active ?? 0,
        set: set && { ...set, setOn: dayOf(set.setAt), falseADay: atMost((set.probablePerMillion * aDay) / 1_000_000) },
      }
    }),
  }
}

/** Small rates are told with the digits that matter. */
function atMost(number: number): string {
  return number >= 10 ? String(Math.round(number)) : String(Number(number.toPrecision(1)))
}

async function matrixRow(matrix: Matrix, all: readonly Matrix[], { db, words }: PageContext) {
  const history = await historyOf(db, 'error-matrix', matrix.id)
  const places = matrix.camera === null ? allPorts().map((port) => ({ port, camera: null })) : [matrix]
  const counts = places.filter((place) => matrixFor(place, all)?.id === matrix.id)
  return {
    ...matrix, putInForceOn: dayOf(matrix.putInForceAt), whose: whoseText(matrix, words),
    plates: matrix.counts.plates, reasons: history.map(({ by }) => by.reason).filter(Boolean),
    countsAt: matrix.status === 'taken-out' ? '' : counts.map((place) => whoseText(place, words)).join('; '),
  }
}

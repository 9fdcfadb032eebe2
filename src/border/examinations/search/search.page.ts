import { z } from 'zod'
import { siteName } from '#values'
import { may, newId } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { choices } from '../bilingual.ts'
import { detectionsOfSearch } from '../detection/detection.store.ts'
import { referenceOf } from '../detection/detection.ts'
import { longestTechniqueMinutes } from '../limits.ts'
import { runSearch, seeDetections, seeSearches } from '../rights.ts'
import { describeSearch, describeStep } from './describe-search.ts'
import { outcomeWords, type Search } from './search.ts'
import { readSearch } from './search.store.ts'
import { obstacleWords, techniques, techniqueWords, usualMinutes, type Technique } from './technique.ts'

/** Without scripts the minus and plus of a technique ask for the page again with the minutes moved. */
const nudged = z.object({
  technique: z.enum(techniques).optional(),
  minutes: z.coerce.number().int().min(0).max(longestTechniqueMinutes).catch(0).optional(),
  nudge: z.coerce.number().int().min(-5).max(5).optional(),
})

export const searchPage = page({
  path: '/searches/:id',
  right: seeSearches,
  template: 'border/examinations/search/search.njk',
  params: z.object({ id: z.uuid() }),
  query: nudged,
  subject: ({ params }, { db }) => readSearch(db, params.id),
  show: async ({ params, query }, ctx) => {
    const search = await readSearch(ctx.db, params.id)
    if (search === undefined) return undefined
    return { ...(await viewOf(search, ctx)), cards: techniques.map((technique) => cardOf(technique, search, query, ctx)) }
  },
})

async function viewOf(search: Search, { db, officer, clock, words, site }: PageContext) {
  const finds = await detectionsOfSearch(db, search.id)
  return {
    search: describeSearch(search, clock.now(), words),
    siteName: siteName(search.site),
    steps: search.steps.map((step) => describeStep(step, words)).toReversed(),
    outcomes: choices(outcomeWords, words),
    obstacles: choices(obstacleWords, words),
    mayRecord: search.stage === 'open' && search.site === site && may(officer, runSearch, search),
    finds: may(officer, seeDetections, search) ? finds.map((find) => ({ ...find, reference: referenceOf(find) })) : [],
  }
}

function cardOf(technique: Technique, search: Search, asked: z.output<typeof nudged>, { words }: PageContext) {
  const minutes = asked.technique === technique && asked.minutes !== undefined ? asked.minutes + (asked.nudge ?? 0) : usualMinutes[technique]
  const used = search.steps.filter((step) => step.technique === technique && step.withdrawnBecause === null).length
  return { technique, text: words(techniqueWords[technique].en, techniqueWords[technique].fr), stepId: newId(), minutes: Math.max(0, minutes), used }
}

import { crossingsOfPlate, impossibleJourney, type Crossing, type ImpossibleJourney, type Sighting } from '#border/arrivals'
import type { PageContext } from '#platform/web'
import { hoursAfter, siteName, timeOfDay } from '#values'
import { crossingsCompared } from '../limits.ts'

/** What a warning says, and the crossing it rests on, so that a person can look at both pictures. */
export interface JourneyWarning {
  readonly text: string
  readonly href: string
}

/**
 * Where the plates of this crossing were also read too soon before or after to have been driven there. It is said as a
 * question and never as a finding: a plate may be copied, and a camera or its clock may be wrong.
 */
export async function journeyWarnings({ db, words }: Pick<PageContext, 'db' | 'words'>, crossing: Crossing): Promise<readonly JourneyWarning[]> {
  const warned = await Promise.all(crossing.plates.map(async (own) => {
    const here: Sighting = { ...own, site: crossing.site }
    const others = await crossingsOfPlate(db, own.plate, { since: hoursAfter(-1, own.seenAt), most: crossingsCompared })
    return others.flatMap((other) => other.plates.flatMap((theirs) => {
      const journey = impossibleJourney(here, { ...theirs, site: other.site })
      return journey === undefined ? [] : [{ text: inWords(journey, words), href: `/crossings/${other.id}` }]
    }))
  }))
  return [...new Map(warned.flat().map((warning) => [warning.href, warning])).values()]
}

function inWords({ elsewhere, gapMs, roadMs }: ImpossibleJourney, say: PageContext['words']): string {
  const [place, at] = [siteName(elsewhere.site), timeOfDay(elsewhere.seenAt).slice(0, 5)]
  const [gap, road] = [Math.max(1, Math.round(gapMs / 60_000)), Math.ceil(roadMs / 60_000)]
  return say(
    `This plate was also read at ${place} at ${at}, ${gap} min apart. The road takes ${road} min or more. The plate may be a copy, or one of the reads may be wrong: look at both pictures.`,
    `Cette plaque a aussi été lue à ${place} à ${at}, à ${gap} min d’intervalle. La route prend au moins ${road} min. La plaque est peut-être une copie, ou l’une des lectures fausse : comparez les deux images.`,
  )
}

import { isObject, type Json } from '#platform/wire-formats'
import { pathMaxLength, pathMaxSteps, reachedMax } from './limits.ts'

/** `vehicle.plates[0].text`: keys with dots between, `[2]` for a place in a list, `[*]` for all of it, `@name` for an attribute in XML. */
export type Step = { readonly key: string } | { readonly place: number | 'all' }

/** The steps of a path, or undefined when it is none of ours. */
export function pathSteps(path: string): readonly Step[] | undefined {
  const text = path.trim()
  if (text === '' || text.length > pathMaxLength) return undefined
  const steps = text.split('.').map(stepsOfPiece)
  const flat = steps.flatMap((each) => each ?? [])
  return steps.includes(undefined) || flat.length > pathMaxSteps ? undefined : flat
}

function stepsOfPiece(piece: string): readonly Step[] | undefined {
  const found = /^([^[\]]+)?((?:\[(?:\d{1,3}|\*)\])*)$/.exec(piece)
  if (found === null || piece === '') return undefined
  const [, key, places = ''] = found
  const inList = [...places.matchAll(/\[(\d+|\*)\]/g)].map(([, place]): Step => ({ place: place === '*' ? 'all' : Number(place) }))
  return key === undefined ? inList : [{ key: key.trim() }, ...inList]
}

/**
 * Every value a path reaches. A key asked of a list is asked of each member, and a place asked of what is no list sees a list of one,
 * because XML writes a list of one and a single thing alike.
 */
export function reached(from: Json, steps: readonly Step[]): readonly Json[] {
  return steps.reduce<readonly Json[]>((at, step) => at.flatMap((value) => next(value, step)).slice(0, reachedMax), [from])
}

function next(value: Json, step: Step): readonly Json[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [value]
  if ('place' in step) return step.place === 'all' ? list : list.slice(step.place, step.place + 1)
  return list.flatMap((member) => {
    const found = isObject(member) && Object.hasOwn(member, step.key) ? member[step.key] : undefined
    return found === undefined ? [] : [found]
  })
}

/** A value as text: an element's own text where it has attributes beside it. */
export function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return textOf(value[0])
  return isObject(value) ? textOf(value['#text']) : null
}

import type { PageContext } from './page-context.ts'
import type { NavItem, Section } from './wiring.ts'

export interface Place {
  readonly href: string
  readonly text: string
  readonly current: boolean
}

/** Where somebody may go: one row for all of the site, and below it the places of the section they are in. */
export interface Places {
  readonly main: readonly Place[]
  /** Empty where the section has no more than the place itself. */
  readonly within: readonly Place[]
}

/**
 * Gathers the places somebody may open into sections. A section leads to the first of its places and stands where that place would;
 * one of which they may open a single place is that place.
 */
export function placesOf(items: readonly NavItem[], sections: readonly Section[], { path, say }: { readonly path: string; readonly say: PageContext['words'] }): Places {
  const here = items.filter(({ href }) => isUnder(path, href)).sort((one, other) => other.href.length - one.href.length)[0]
  const sectionOf = (item: NavItem): Section | undefined => sections.find(({ holds }) => holds.includes(item.href))
  const current = here === undefined ? sections.find(({ also = [] }) => also.some((href) => isUnder(path, href))) : sectionOf(here)
  const heldBy = ({ holds }: Section): readonly NavItem[] => holds.flatMap((href) => items.filter((item) => item.href === href))
  const placeOf = (item: NavItem): Place => ({ href: item.href, text: say(item.en, item.fr), current: item === here })
  const main = items.flatMap((item): readonly Place[] => {
    const section = sectionOf(item)
    const held = section === undefined ? [item] : heldBy(section)
    if (section === undefined || held.length === 1) return [placeOf(item)]
    const comesFirst = items.find((each) => held.includes(each)) === item
    return comesFirst ? [{ href: held[0]?.href ?? item.href, text: say(section.en, section.fr), current: section === current }] : []
  })
  const within = current === undefined ? [] : heldBy(current).map(placeOf)
  return { main, within: within.length > 1 ? within : [] }
}

function isUnder(path: string, href: string): boolean {
  return path === href || path.startsWith(href.endsWith('/') ? href : `${href}/`)
}

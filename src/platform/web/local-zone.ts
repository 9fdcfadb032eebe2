import { london, paris, type Site } from '#values'

/** People read the clock on their own wall: French time at the controls, London time at the centre. */
export function zoneOf(site: Site): string {
  return site === 'centre' ? london : paris
}

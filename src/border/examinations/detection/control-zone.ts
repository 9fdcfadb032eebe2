import type { Citation, Site } from '#values'

/** People found hidden at a control in France were passing, or trying to pass, through immigration control concealed in a vehicle. */
export const concealedAtControl: readonly Citation[] = [
  { cite: 'Immigration and Asylum Act 1999 s.32(1)', url: 'https://www.legislation.gov.uk/ukpga/1999/33/section/32' },
  { cite: 'S.I. 2002/2817 reg. 5 (control zones)', url: 'https://www.legislation.gov.uk/uksi/2002/2817/regulation/5' },
]

const leTouquet: Citation = { cite: 'S.I. 2003/2818 Sch. 2 para. 1(3)(d)', url: 'https://www.legislation.gov.uk/uksi/2003/2818/schedule/2' }

/** At the ports an officer may ask the French authorities to take somebody out of the zone. Coquelles rests on the tunnel's own orders, whose article was not read. */
export function powerToHandOver(site: Site): readonly Citation[] {
  return site === 'coquelles' ? [] : [leTouquet]
}

import type { Section } from '#law'
import type { Citation } from '#values'

const act = 'https://www.legislation.gov.uk/ukpga/1999/33/section'
const regulations = 'https://www.legislation.gov.uk/uksi/2002/2817/regulation'

/** A power, not a duty: "may require". So no penalty is always lawfully open. */
export function powerToPenalise(section: Section): Citation {
  return section === '32'
    ? { cite: 'Immigration and Asylum Act 1999 s.32(2)', url: `${act}/32` }
    : { cite: 'Immigration and Asylum Act 1999 s.31A(1)', url: `${act}/31A` }
}

export function maximum(section: Section): Citation {
  return section === '32'
    ? { cite: 'S.I. 2002/2817 reg. 3', url: `${regulations}/3` }
    : { cite: 'S.I. 2002/2817 reg. 2F', url: `${regulations}/2F` }
}

/** Not both sections for the same circumstances. */
export function barOfOtherSection(section: Section): Citation {
  return section === '32'
    ? { cite: 'Immigration and Asylum Act 1999 s.32(6B)', url: `${act}/32` }
    : { cite: 'Immigration and Asylum Act 1999 s.31A(11)', url: `${act}/31A` }
}

export const decisionOnObjection: Citation = { cite: 'Immigration and Asylum Act 1999 s.35(6)', url: `${act}/35` }

export const newNoticeForIncrease: Citation = { cite: 'Immigration and Asylum Act 1999 s.35(7)(b)', url: `${act}/35` }

export const longerTimeAgreed: Citation = { cite: 'Immigration and Asylum Act 1999 s.35(7)(a)', url: `${act}/35` }

/** Cancel, reduce or dismiss: the court cannot increase. */
export const courtsPowers: Citation = { cite: 'Immigration and Asylum Act 1999 s.35A', url: `${act}/35A` }

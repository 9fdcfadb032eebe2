import { assessedPenaltiesFrom, beforeAssessedPenalties, beforeReform, lastDayBefore, reformedFrom } from './eras.ts'
import type { Form } from './provision.ts'

interface Cited {
  readonly cite: string
  readonly url: string
  readonly standing: 'read'
}

/** A section of the Act that nearly everything rests on; `part` is the subsection, or the words in it that are meant. */
export function section(number: string, part = ''): Cited {
  return { cite: `Immigration and Asylum Act 1999 s.${number}${part}`, url: `https://www.legislation.gov.uk/ukpga/1999/33/section/${number}`, standing: 'read' }
}

/** A regulation of 2002, or several that belong together, cited by the first. */
export function regulation(number: string, part = ''): Cited {
  return { cite: `S.I. 2002/2817 reg. ${number}${part}`, url: `https://www.legislation.gov.uk/uksi/2002/2817/regulation/${number.slice(0, 2)}`, standing: 'read' }
}

export const act2002 = 'Nationality, Immigration and Asylum Act 2002 Sch. 8'
export const act2022 = (paragraph: string): string => `Nationality and Borders Act 2022 Sch. 5 para. ${paragraph}`
export const regulationsAsMade = 'S.I. 2002/2817'
export const regulations2023 = (regulation: string): string => `S.I. 2023/29 ${regulation}`

/** The days between the first assessed penalties and the reform. */
export const untilReform = { from: assessedPenaltiesFrom, to: lastDayBefore(reformedFrom) } as const

/** The same ever since there have been assessed penalties. */
export function since2002<Rule>(madeBy: string, rule: Rule): readonly Form<Rule>[] {
  return [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy, rule }]
}

/** New with the reform. */
export function since2023<Rule>(madeBy: string, rule: Rule): readonly Form<Rule>[] {
  return [beforeReform, { from: reformedFrom, madeBy, rule }]
}

/** There before the reform, and changed by it. */
export function changedIn2023<Rule>(before: { readonly madeBy: string; readonly rule: Rule }, since: { readonly madeBy: string; readonly rule: Rule }): readonly Form<Rule>[] {
  return [beforeAssessedPenalties, { ...untilReform, ...before }, { from: reformedFrom, ...since }]
}

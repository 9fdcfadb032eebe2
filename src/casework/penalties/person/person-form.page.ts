import { z } from 'zod'
import { businessSizes, penaltyStandings, sections } from '#law'
import { pence, type Pence } from '#values'
import { aDay, maybeDay, maybeWords as text, someWords } from '../case/form-fields.ts'
import { reasonsMax } from '../limits.ts'
import { noticeLanguages } from './language.ts'
import type { EarlierPenaltyRecord, Finding, Identity, PersonFacts } from './person.ts'

const tick = z.literal('yes').optional().transform((answer) => answer === 'yes')

/** `£1,234.50` as people write it. */
export const maybePounds = z.string().default('').transform((typed, ctx): Pence | null => {
  const bare = typed.replace(/[£,\s]/g, '')
  if (bare === '') return null
  const written = /^(\d{1,8})(?:\.(\d\d))?$/.exec(bare)
  if (written === null) {
    ctx.addIssue({ code: 'custom', message: 'Enter an amount in pounds, such as 4500 or 4500.50' })
    return z.NEVER
  }
  return pence(Number(written[1]) * 100 + Number(written[2] ?? 0))
})

const judged = z.enum(['not-judged', 'yes', 'no']).default('not-judged')

const earlierSection = z.enum(sections).or(z.literal('')).default('')
const earlierIssuedOn = maybeDay('Enter the day the earlier penalty was issued')
const earlierStanding = z.enum(penaltyStandings).default('final')

/** What the add and correct pages ask about somebody. */
export const personFields = {
  name: text(200),
  company: text(200),
  registeredNumber: text(60),
  bornOn: maybeDay('Enter the day of birth as a day'),
  addressLines: someWords('Enter the address', 600),
  country: someWords('Enter the country', 80),
  addressSource: someWords('Say where the address came from', 200),
  addressAsOf: aDay('Enter the day the address was known to be right'),
  noticeLanguage: z.enum(noticeLanguages, 'Choose the language of the notice'),
  email: z.email('Enter an e-mail address such as name@example.com').or(z.literal('')).default(''),
  complied: judged,
  compliedEvidence: text(reasonsMax),
  compliedReasons: text(reasonsMax),
  duress: judged,
  duressEvidence: text(reasonsMax),
  duressReasons: text(reasonsMax),
  accreditedAtIncident: tick,
  employedByAccredited: tick,
  absentAndActedToComply: tick,
  underContractWith: z.uuid().or(z.literal('')).default(''),
  businessSize: z.enum(businessSizes).or(z.literal('')).default(''),
  means: maybePounds,
  meansEvidence: text(reasonsMax),
  meansReasons: text(reasonsMax),
  ownRecords: z.array(z.uuid()).default([]),
  earlierSection1: earlierSection, earlierIssuedOn1: earlierIssuedOn, earlierStanding1: earlierStanding,
  earlierSection2: earlierSection, earlierIssuedOn2: earlierIssuedOn, earlierStanding2: earlierStanding,
  earlierSection3: earlierSection, earlierIssuedOn3: earlierIssuedOn, earlierStanding3: earlierStanding,
}

const fieldsOnly = z.object(personFields)
type PersonForm = z.output<typeof fieldsOnly>

/** What a finding or an amount has to be based on, as problems beside their fields. */
export function checkPerson(form: PersonForm, ctx: z.core.$RefinementCtx): void {
  const need = (isMissing: boolean, field: string, message: string) => {
    if (isMissing) ctx.addIssue({ code: 'custom', path: [field], message })
  }
  need(form.name === '' && form.company === '', 'name', 'Enter a name or a company')
  need(form.complied !== 'not-judged' && form.compliedEvidence === '', 'compliedEvidence', 'Say what evidence this rests on')
  need(form.complied !== 'not-judged' && form.compliedReasons === '', 'compliedReasons', 'Give the reasons for this finding')
  need(form.duress !== 'not-judged' && form.duressEvidence === '', 'duressEvidence', 'Say what evidence this rests on')
  need(form.duress !== 'not-judged' && form.duressReasons === '', 'duressReasons', 'Give the reasons for this finding')
  need(form.earlierSection1 !== '' && form.earlierIssuedOn1 === null, 'earlierIssuedOn1', 'Enter the day the earlier penalty was issued')
  need(form.earlierSection2 !== '' && form.earlierIssuedOn2 === null, 'earlierIssuedOn2', 'Enter the day the earlier penalty was issued')
  need(form.earlierSection3 !== '' && form.earlierIssuedOn3 === null, 'earlierIssuedOn3', 'Enter the day the earlier penalty was issued')
  need(form.means !== null && form.meansEvidence === '', 'meansEvidence', 'Say what evidence the amount rests on')
  need(form.means !== null && form.meansReasons === '', 'meansReasons', 'Give the reasons for the amount')
}

export function identityFrom(form: PersonForm): Identity {
  const { name, company, registeredNumber, bornOn, addressLines, country, addressSource, addressAsOf, noticeLanguage, email } = form
  const lines = addressLines.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
  return {
    name, bornOn, noticeLanguage,
    company: company || null, registeredNumber: registeredNumber || null, email: email || null,
    address: { lines, country, source: addressSource, asOf: addressAsOf },
  }
}

export function factsFrom(form: PersonForm, fromOurRecords: readonly EarlierPenaltyRecord[]): PersonFacts {
  const { accreditedAtIncident, employedByAccredited, absentAndActedToComply, underContractWith, businessSize, means } = form
  return {
    accreditedAtIncident, employedByAccredited, absentAndActedToComply,
    complied: finding(form.complied, form.compliedEvidence, form.compliedReasons),
    duress: finding(form.duress, form.duressEvidence, form.duressReasons),
    underContractWith: underContractWith || null,
    businessSize: businessSize || null,
    means: means === null ? null : { amountPence: means, evidence: form.meansEvidence, reasons: form.meansReasons },
    earlierPenalties: [...fromOurRecords, ...typedEarlier(form)],
  }
}

function finding(judgement: PersonForm['complied'], evidence: string, reasons: string): Finding | null {
  return judgement === 'not-judged' ? null : { found: judgement === 'yes', evidence, reasons }
}

function typedEarlier(form: PersonForm): readonly EarlierPenaltyRecord[] {
  const rows = [
    { section: form.earlierSection1, issuedOn: form.earlierIssuedOn1, standing: form.earlierStanding1 },
    { section: form.earlierSection2, issuedOn: form.earlierIssuedOn2, standing: form.earlierStanding2 },
    { section: form.earlierSection3, issuedOn: form.earlierIssuedOn3, standing: form.earlierStanding3 },
  ]
  return rows.flatMap(({ section, issuedOn, standing }) => (section === '' || issuedOn === null ? [] : [{ section, issuedOn, standing, source: 'typed', note: '' }]))
}

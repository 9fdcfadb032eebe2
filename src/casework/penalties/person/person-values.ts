import type { Finding, Person } from './person.ts'

/** What stands in each field of the form when a recorded person is opened. */
export function personValues({ identity, facts }: Person): Readonly<Record<string, unknown>> {
  const { address } = identity
  return {
    name: identity.name, company: identity.company, registeredNumber: identity.registeredNumber, bornOn: identity.bornOn,
    addressLines: address.lines.join('\n'), country: address.country, addressSource: address.source, addressAsOf: address.asOf,
    noticeLanguage: identity.noticeLanguage, email: identity.email,
    ...judgedValues('complied', facts.complied),
    ...judgedValues('duress', facts.duress),
    accreditedAtIncident: tick(facts.accreditedAtIncident),
    employedByAccredited: tick(facts.employedByAccredited),
    absentAndActedToComply: tick(facts.absentAndActedToComply),
    underContractWith: facts.underContractWith,
    businessSize: facts.businessSize,
    means: facts.means === null ? '' : (facts.means.amountPence / 100).toFixed(2),
    meansEvidence: facts.means?.evidence, meansReasons: facts.means?.reasons,
    ...earlierValues(facts.earlierPenalties),
  }
}

function judgedValues(name: string, finding: Finding | null): Readonly<Record<string, unknown>> {
  if (finding === null) return { [name]: 'not-judged' }
  return { [name]: finding.found ? 'yes' : 'no', [`${name}Evidence`]: finding.evidence, [`${name}Reasons`]: finding.reasons }
}

function tick(answer: boolean): string {
  return answer ? 'yes' : ''
}

function earlierValues(earlier: Person['facts']['earlierPenalties']): Readonly<Record<string, unknown>> {
  const typed = earlier.filter(({ source }) => source === 'typed')
  const rows = typed.flatMap(({ section, issuedOn, standing }, at) => [
    [`earlierSection${at + 1}`, section], [`earlierIssuedOn${at + 1}`, issuedOn], [`earlierStanding${at + 1}`, standing],
  ])
  return Object.fromEntries(rows)
}

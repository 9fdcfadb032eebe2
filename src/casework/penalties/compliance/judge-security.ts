import { insecurities, securityConditionsOn } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { SecurityJudged } from '../events.ts'
import type { JudgedSecurity } from './judged-security.ts'

/** An officer says how the vehicle arrived. It is for us to show that it was not secured, so what is broken needs its evidence. */
export function judgeSecurity(found: PenaltyCase | undefined, judged: JudgedSecurity): Decision<SecurityJudged> {
  if (found === undefined) return refuse('no-such-case')
  if (found.stage === 'closed') return refuse('case-closed')
  if (judged.reasons.trim() === '') return refuse('reasons-needed')
  const { occurredOn } = found.incident
  if (securityConditionsOn(occurredOn).length === 0) return refuse('no-actions-before-2023')
  if (judged.found.length === 0) return refuse('nothing-judged')
  const broken = judged.found.filter(({ standing }) => standing === 'broken')
  if (broken.some(({ evidence }) => evidence.trim() === '')) return refuse('evidence-needed-against')
  const { under } = insecurities({ on: occurredOn, broken: broken.map(({ id }) => id), longestUnrepairedDamageMm: judged.longestUnrepairedDamageMm })
  return announce({ type: 'security-judged', security: judged, under })
}

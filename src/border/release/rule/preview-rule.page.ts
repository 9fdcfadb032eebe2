import type { PageContext } from '#platform/web'
import { latestDay } from '#values'
import { previewLines } from '../limits.ts'
import { dueUnder, type DueRecord } from '../outbox/due-under.store.ts'
import { mayHold } from '../outbox/item.ts'
import type { Partner } from '../partner/partner.ts'
import { heldBackWords, kindWords } from '../release-words.ts'
import type { Rule } from './rule.ts'

interface Lines {
  count: number
  readonly lines: { readonly plate: string; readonly kind: string; readonly because: string }[]
}

/** What would go, what would be told anew and what would be asked back if this rule decided, from its first day or today. */
export async function previewRule({ db, clock, words }: Pick<PageContext, 'db' | 'clock' | 'words'>, partner: Partner, rule: Rule) {
  const on = latestDay(rule.terms.validFrom, clock.today()) ?? clock.today()
  const goes: Lines = { count: 0, lines: [] }
  const changes: Lines = { count: 0, lines: [] }
  const back: Lines = { count: 0, lines: [] }
  for await (const part of dueUnder(db, { partnerId: partner.id, rule, today: on })) {
    for (const due of part) add(due.judgement.release ? (due.item !== undefined && mayHold(due.item) ? changes : goes) : back, due, words)
  }
  return { on, goes, changes, back, most: previewLines }
}

function add(to: Lines, { kind, judgement, record }: DueRecord, say: PageContext['words']): void {
  to.count += 1
  if (to.lines.length >= previewLines) return
  const reason = judgement.release ? undefined : heldBackWords[judgement.because]
  to.lines.push({ plate: record?.facts.plate ?? '', kind: say(kindWords[kind].en, kindWords[kind].fr), because: reason === undefined ? '' : say(reason.en, reason.fr) })
}

import { checkOf, ruleLines, slugOf, standingWords, type Form, type Provision } from '#law'
import type { CalendarDate } from '#values'
import { madeByInFrench } from './made-by-words.ts'

type Say = (en: string, fr: string) => string

/** A provision as one row of a list. */
export function provisionLine({ cite, says, standing }: Provision<unknown>, say: Say) {
  return { cite, href: `/law/${slugOf(cite)}`, says: say(says.en, says.fr), isRead: standing === 'read', standing: say(standingWords[standing].en, standingWords[standing].fr) }
}

/** A provision with each form it has had, the present one first. */
export function describeProvision(provision: Provision<unknown>, today: CalendarDate, say: Say) {
  const { url, forms, unit } = provision
  return { ...provisionLine(provision, say), url, check: checkOf(provision), forms: forms.toReversed().map((form) => formView(form, unit, { today, say })) }
}

interface Reader {
  readonly today: CalendarDate
  readonly say: Say
}

function formView({ from, to, madeBy, rule }: Form<unknown>, unit: 'pence' | undefined, { today, say }: Reader) {
  return {
    from, to, madeBy: say(madeBy, madeByInFrench(madeBy)),
    isInForce: rule !== null,
    isNow: from <= today && (to === undefined || today <= to),
    lines: rule === null ? [] : ruleLines(rule, unit).map(({ en, fr }) => say(en, fr)),
  }
}

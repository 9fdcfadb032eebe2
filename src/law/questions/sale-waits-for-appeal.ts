import { isAfter, type CalendarDate } from '#values'
import { noSaleWhileAppealOpen } from '../instruments/immigration-and-asylum-act-1999-detention.ts'
import { citationOf, inForce } from '../provision.ts'
import { dayInBoth, say, type Words } from '../words.ts'
import { clockStep, type Explained } from '../step.ts'

/** Where an appeal against a penalty stands. */
export interface AppealAhead {
  /** A court has it. */
  readonly isOpen: boolean
  /** An objection is held: the decision on it starts the time to appeal afresh. */
  readonly isObjectionHeld: boolean
  readonly lastDayToAppeal: CalendarDate | null
}

/** Whether nothing that is detained may be sold on this day, because an appeal is undecided or can still be brought. */
export function saleWaitsForAppeal(on: CalendarDate, ahead: AppealAhead): Explained<boolean> {
  inForce(noSaleWhileAppealOpen, on)
  const { value, words } = standing(on, ahead)
  return { value, under: [citationOf(noSaleWhileAppealOpen)], steps: [clockStep(words, noSaleWhileAppealOpen)] }
}

function standing(on: CalendarDate, { isOpen, isObjectionHeld, lastDayToAppeal }: AppealAhead): { readonly value: boolean; readonly words: Words } {
  if (isOpen) return { value: true, words: say('Nothing is sold: an appeal is undecided.', 'Rien n’est vendu : un appel n’est pas tranché.') }
  if (isObjectionHeld) return { value: true, words: say('Nothing is sold: an objection is held, and an appeal can be brought once it is decided.', 'Rien n’est vendu : une contestation est en cours, et un appel sera possible une fois qu’elle sera tranchée.') }
  if (lastDayToAppeal === null) return { value: true, words: say('Nothing is sold: no notice has started the time to appeal.', 'Rien n’est vendu : aucun avis n’a fait courir le délai d’appel.') }
  const last = dayInBoth(lastDayToAppeal)
  if (!isAfter(on, lastDayToAppeal)) return { value: true, words: say(`Nothing is sold: an appeal can be brought until ${last.en}.`, `Rien n’est vendu : un appel est possible jusqu’au ${last.fr}.`) }
  return {
    value: false,
    words: say(`No appeal is open, and the time to bring one ran until ${last.en}. A person checks with the court before anything is sold.`, `Aucun appel n’est en cours et le délai courait jusqu’au ${last.fr}. Une personne vérifie auprès du tribunal avant toute vente.`),
  }
}

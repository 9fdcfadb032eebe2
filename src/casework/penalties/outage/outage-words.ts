import { accruesInterest, dayInBoth, lateObjectionIsJudged, say, type Words } from '#law'
import { dayOf, london, timeOfDay, type CalendarDate, type Instant } from '#values'
import type { Outage, OutageChannel } from './outage.ts'

export const channelWords: Readonly<Record<OutageChannel, Words>> = {
  'public-site': say('The public site', 'Le site public'),
  'e-mail': say('E-mail', 'La messagerie'),
  'post': say('Post', 'La poste'),
  'telephone': say('The telephone', 'Le téléphone'),
  'card-payments': say('Card payments', 'Le paiement par carte'),
  'bank-transfers': say('Bank transfers', 'Les virements'),
  'court-office': say('The office of a court', 'Le greffe d’un tribunal'),
}

/** `E-mail: from 09:10 on Friday 29 March 2024 until 14:30 on Friday 29 March 2024.` Times are London’s, whose days the regulations count. */
export function timesInBoth({ channel, fromAt, untilAt }: Pick<Outage, 'channel' | 'fromAt' | 'untilAt'>): Words {
  const [name, from] = [channelWords[channel], momentInBoth(fromAt)]
  if (untilAt === null) return say(`${name.en}: since ${from.en}, and still now.`, `${name.fr} : depuis ${from.fr}, et encore maintenant.`)
  const until = momentInBoth(untilAt)
  return say(`${name.en}: from ${from.en} until ${until.en}.`, `${name.fr} : de ${from.fr} à ${until.fr}.`)
}

function momentInBoth(at: Instant): Words {
  const [time, on] = [timeOfDay(at, london).slice(0, 5), dayInBoth(dayOf(at))]
  return say(`${time} on ${on.en}`, `${time}, le ${on.fr}`)
}

/** For an officer: the times, and what was written down of it. */
export function outageInWords(outage: Outage): string {
  return `${timesInBoth(outage).en} ${outage.what}`
}

/** What a shut door means for somebody’s last day, in the law’s words. */
export function meaningForLastDays(on: CalendarDate) {
  const { value, under } = lateObjectionIsJudged(on)
  const interest = accruesInterest(null, on)
  return {
    sentences: [
      say('No last day moves because a way in was shut.', 'Aucun dernier jour n’est déplacé parce qu’une voie était fermée.'),
      value,
      say('If it kept you from answering in time, answer now all the same, by any way that is open, and say which way was shut and when. The officer who decides sees this record beside your last day.', 'Si cela vous a empêché de répondre à temps, répondez tout de même dès maintenant, par une voie ouverte, et dites laquelle était fermée et quand. L’agent qui décide voit cet enregistrement à côté de votre dernier jour.'),
      say('A payment that comes late for this reason is taken as any other: a penalty bears no interest before a judgment.', 'Un paiement tardif pour cette raison est reçu comme un autre : une sanction ne porte pas d’intérêts avant un jugement.'),
      say('For an appeal, ask the court: it has rules of its own for days on which its office is closed.', 'Pour un appel, demandez au tribunal : il a ses propres règles pour les jours de fermeture de son greffe.'),
    ],
    under: [...under, ...interest.under],
  }
}

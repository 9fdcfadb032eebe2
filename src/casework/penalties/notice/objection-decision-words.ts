import { draft, type Sentence } from './sentence.ts'

/** What the decision on an objection says (section 35(6) to (8)). */
export const decisionWords = {
  title: draft('Decision on your objection', 'Décision sur votre objection'),
  subject: draft('Immigration and Asylum Act 1999, section 35', 'Loi britannique Immigration and Asylum Act 1999, article 35'),
  running: draft('Decision on objection, {reference}', 'Décision sur objection, {reference}'),
  toldOn: draft('Date of this decision', 'Date de cette décision'),
  received: draft('We received your objection on {day} and have decided it.', 'Nous avons reçu votre objection le {day} et l’avons tranchée.'),

  uphold: draft('The penalty stands at {after}. We have not changed it.', 'La sanction est maintenue à {after}. Elle n’est pas modifiée.'),
  reduce: draft('The penalty is reduced from {before} to {after}.', 'La sanction est réduite de {before} à {after}.'),
  cancel: draft(
    'The penalty of {before} is cancelled. You owe nothing for it, and what has been paid towards it will be offered back.',
    'La sanction de {before} est annulée. Vous ne devez plus rien à ce titre, et le remboursement de ce qui a été payé sera proposé.',
  ),
  increase: draft(
    'We have decided to increase the penalty from {before} to {after}. This letter does not change what you owe: a new penalty notice will be sent, with its own days to object, to appeal and to pay (section 35(7)(b)).',
    'Nous avons décidé de porter la sanction de {before} à {after}. Cette lettre ne change pas ce que vous devez : un nouvel avis vous sera adressé, avec ses propres délais pour présenter une objection, faire appel et payer (article 35(7)(b)).',
  ),
  penaltyNow: draft('Your penalty now', 'Votre sanction désormais'),
  reducedNote: draft('Before your objection: {before}.', 'Avant votre objection : {before}.'),
  unchangedNote: draft('Unchanged.', 'Inchangée.'),

  whyHeading: draft('Why we decided this', 'Pourquoi nous avons décidé ainsi'),
  determinedBy: draft(
    'Decided by {name}, who took no part in the first decision, on {day}, {forWhom}.',
    'Décidé par {name}, qui n’a pas pris part à la première décision, le {day}, {forWhom}.',
  ),
  total: draft('Your penalty after your objection', 'Votre sanction après votre objection'),
  pay: draft('Pay the penalty', 'Payer la sanction'),
  paidAlready: draft('What has already been paid counts. Pay as your penalty notice says, with the reference {reference}.', 'Ce qui a déjà été payé est pris en compte. Payez comme l’indique votre avis de sanction, avec la référence {reference}.'),
  appealWhen: draft(
    'If you still disagree you may appeal to a county court in England and Wales or Northern Ireland, or to the sheriff in Scotland. Count on {day} as the last day: 28 days from this decision. Rules of court set this time and only the court can say that an appeal is out of time. The court cannot increase the penalty (section 35A).',
    'Si vous restez en désaccord, vous pouvez faire appel devant une county court en Angleterre et au pays de Galles ou en Irlande du Nord, ou devant le sheriff en Écosse. Retenez le {day} comme dernier jour : 28 jours à compter de cette décision. Ce délai est fixé par les règles de procédure et seul le tribunal peut déclarer un appel tardif. Le tribunal ne peut pas augmenter la sanction (article 35A).',
  ),
} as const satisfies Record<string, Sentence>

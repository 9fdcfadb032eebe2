import { draft, type Sentence } from './sentence.ts'

/** What a penalty notice says: section 35(2) lists what it must. */
export const noticeWords = {
  title: draft('Penalty notice', 'Avis de sanction civile'),
  subject: draft('Immigration and Asylum Act 1999, section {section}', 'Loi britannique Immigration and Asylum Act 1999, article {section}'),
  running: draft('Penalty notice {reference}', 'Avis de sanction {reference}'),
  issuedOn: draft('Date of this notice', 'Date de cet avis'),

  opening32: draft(
    'You must pay a civil penalty, because people were found concealed in {transporter} on {day} and you were responsible for it as {capacity}.',
    'Vous devez payer une sanction civile, parce que des personnes ont été trouvées cachées dans {transporter} le {day} et que vous en étiez responsable en qualité de {capacity}.',
  ),
  opening31A: draft(
    'You must pay a civil penalty, because {transporter} that you were responsible for as {capacity} was not adequately secured against unauthorised access on {day}.',
    'Vous devez payer une sanction civile, parce que, le {day}, {transporter} dont vous étiez responsable en qualité de {capacity} n’était pas suffisamment sécurisé contre l’accès non autorisé.',
  ),
  insteadOf: draft('This notice takes the place of the one dated {day}.', 'Cet avis remplace celui du {day}.'),
  penalty: draft('Your penalty', 'Votre sanction'),
  owedInSterling: draft('To be paid by {day}. It is owed in pounds sterling.', 'À payer au plus tard le {day}. La somme est due en livres sterling.'),

  pay: draft('Pay the penalty', 'Payer la sanction'),
  object: draft('Object in writing, if you disagree', 'Présenter une objection par écrit, si vous êtes en désaccord'),
  decide: draft('We tell you what we decided on your objection', 'Nous vous informons de la suite donnée à votre objection'),

  whyLiable: draft('Why you are liable', 'Pourquoi vous êtes responsable'),
  liable32: draft(
    'Section 32 of the Act makes each person responsible for a vehicle liable to a penalty for every clandestine entrant concealed in it, and for every person concealed with one. It does not matter whether you knew. Only duress excuses it (section 34).',
    'L’article 32 de la loi rend chaque responsable d’un véhicule redevable d’une sanction pour chaque clandestin qui y est caché, et pour chaque personne cachée avec lui. Il n’importe pas que vous l’ayez su ou non. Seule la contrainte l’excuse (article 34).',
  ),
  liable31A: draft(
    'Section 31A of the Act makes a person responsible for a goods vehicle liable to a penalty when the vehicle is not adequately secured on arrival and that person did not take the actions that the regulations require of that person. Nobody need have been found. Only duress excuses it.',
    'L’article 31A de la loi rend le responsable d’un véhicule de marchandises redevable d’une sanction lorsque le véhicule n’est pas suffisamment sécurisé à l’arrivée et que ce responsable n’a pas pris les mesures que le règlement exige de lui. Il n’est pas nécessaire que quelqu’un ait été trouvé. Seule la contrainte l’excuse.',
  ),
  decidedBy: draft('Decided by {name}, senior officer, on {day}, {forWhom}.', 'Décidé par {name}, cadre supérieur, le {day}, {forWhom}.'),

  regard: draft(
    'We had regard to the code of practice on the level of penalties (section 32A). A line without an amount is a rule that did not change it.',
    'Il a été tenu compte du code de pratique sur le niveau des sanctions (article 32A). Une ligne sans montant est une règle qui ne l’a pas modifié.',
  ),
  total: draft('Your penalty', 'Votre sanction'),
  departed: draft(
    'The code alone would have come to {amount}. The officer who decided set another amount, for the reasons given above.',
    'Le code seul aurait conduit à {amount}. L’agent qui a décidé a fixé un autre montant, pour les raisons données plus haut.',
  ),

  howToPay: draft('How to pay', 'Comment payer'),
  payNow: draft(
    'Pay {amount} in pounds sterling by bank transfer to the account below, and give the reference {reference}.',
    'Payez {amount} en livres sterling par virement sur le compte ci-dessous, en indiquant la référence {reference}.',
  ),
  payCounts: draft(
    'Time to pay stops while we hold an objection from you, and runs on once we have told you our decision.',
    'Le délai de paiement est suspendu tant que nous examinons votre objection et reprend dès que nous vous avons informé de notre décision.',
  ),

  ifYouObject: draft('If you object', 'Si vous présentez une objection'),
  objectWhy: draft('You may object because you are not liable, because the amount is too high, or both.', 'Vous pouvez présenter une objection parce que vous n’êtes pas responsable, parce que le montant est trop élevé, ou pour les deux raisons.'),
  objectHow: draft(
    'Write to us with your reasons, so that your objection is given by {day}. The time runs from the date of this notice, not from the day it reached you, and does not move for a weekend or a holiday.',
    'Écrivez-nous en donnant vos raisons, de sorte que votre objection soit formée au plus tard le {day}. Le délai court à partir de la date de cet avis et non du jour où vous l’avez reçu ; il n’est pas reporté pour un week-end ou un jour férié.',
  ),
  objectEvidence: draft(
    'Send what supports it at the same time: written instructions, checklists, photographs, seal records, proof of accreditation, and, if you cannot afford the penalty, your accounts or wage slips.',
    'Joignez ce qui l’appuie : consignes écrites, listes de contrôle, photographies, relevés de scellés, preuve d’accréditation et, si vous ne pouvez pas payer, vos comptes ou bulletins de salaire.',
  ),
  objectOutcome: draft(
    'We may cancel the penalty, reduce it, increase it by a new notice, or leave it as it is. We will tell you by {day}, or by a later day that you agree to.',
    'Nous pouvons annuler la sanction, la réduire, l’augmenter par un nouvel avis ou la laisser inchangée. Nous vous en informerons au plus tard le {day}, ou à une date ultérieure convenue avec vous.',
  ),

  ifYouAppeal: draft('If you appeal', 'Si vous faites appel'),
  appealWhere: draft(
    'You may appeal to a county court in England and Wales or Northern Ireland, or to the sheriff in Scotland, whether or not you object. The court hears the matter afresh. It may cancel the penalty, reduce it or dismiss the appeal; it cannot increase it (section 35A).',
    'Vous pouvez faire appel devant une county court en Angleterre et au pays de Galles ou en Irlande du Nord, ou devant le sheriff en Écosse, que vous ayez présenté une objection ou non. Le tribunal réexamine l’affaire. Il peut annuler la sanction, la réduire ou rejeter l’appel ; il ne peut pas l’augmenter (article 35A).',
  ),
  appealWhen: draft(
    'Count on {day} as the last day: 28 days from the date of this notice. If you object, you have 28 days from our decision instead. Rules of court set this time and only the court can say that an appeal is out of time.',
    'Retenez le {day} comme dernier jour : 28 jours à compter de la date de cet avis. Si vous présentez une objection, vous disposez de 28 jours à compter de notre décision. Ce délai est fixé par les règles de procédure et seul le tribunal peut déclarer un appel tardif.',
  ),

  ifYouDoNotPay: draft('If you do not pay', 'Si vous ne payez pas'),
  recovery: draft(
    'After the last day to pay, the penalty can be recovered through the courts as a debt due to the Secretary of State. In those proceedings neither your liability nor the amount can be questioned any more (section 35(10) and (11)).',
    'Passé le dernier jour de paiement, la sanction peut être recouvrée en justice comme une dette envers le Secrétaire d’État. Ni votre responsabilité ni le montant ne peuvent alors être remis en cause (article 35(10) et (11)).',
  ),
  detention: draft(
    'A vehicle may be detained until the penalty is paid: the one concerned, where there is a significant risk that it will not be paid (section 36), or another used in your business, once it has not been paid (section 36A). A detained vehicle may be sold with the leave of a court (section 37).',
    'Un véhicule peut être retenu jusqu’au paiement : celui qui est en cause, s’il existe un risque important de non-paiement (article 36), ou un autre utilisé dans votre entreprise, une fois le paiement manqué (article 36A). Un véhicule retenu peut être vendu avec l’autorisation d’un tribunal (article 37).',
  ),

  joint: draft('Others who answer with you', 'Les personnes tenues avec vous'),
  answersToo: draft(
    '{name} ({capacity}) also answers for this penalty, because you work under a contract with them. It is owed once: what either of you pays counts for both.',
    '{name} ({capacity}) répond également de cette sanction, parce que vous travaillez en vertu d’un contrat avec cette personne. Elle n’est due qu’une fois : ce que l’un paie compte pour l’autre.',
  ),
  answersFor: draft(
    'You also answer for penalty {reference}, of {amount}, issued to {name} ({capacity}), who works under a contract with you. It is owed once: what either of you pays counts for both. You may object to it and appeal against it as if it were your own.',
    'Vous répondez également de la sanction {reference}, d’un montant de {amount}, émise à l’encontre de {name} ({capacity}), qui travaille en vertu d’un contrat avec vous. Elle n’est due qu’une fois : ce que l’un paie compte pour l’autre. Vous pouvez y présenter une objection et en faire appel comme s’il s’agissait de la vôtre.',
  ),
  answersForLater: draft(
    'You also answer for any penalty issued to {name} ({capacity}), who works under a contract with you. You may object to it and appeal against it as if it were your own.',
    'Vous répondez également de toute sanction émise à l’encontre de {name} ({capacity}), qui travaille en vertu d’un contrat avec vous. Vous pouvez y présenter une objection et en faire appel comme s’il s’agissait de la vôtre.',
  ),
} as const satisfies Record<string, Sentence>

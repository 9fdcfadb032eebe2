import { act2002, act2022, changedIn2023, section, since2002, since2023 } from '../citing.ts'
import type { Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'

export const detentionAsSecurity: Provision<{ untilPaid: true }> = {
  ...section('36', '(1)'),
  says: say('Once a notice is issued a senior officer may detain the vehicle until every penalty in it, and the reasonable cost of holding it, is paid.', 'Une fois l’avis émis, un officier supérieur peut retenir le véhicule jusqu’au paiement de chaque sanction et des frais raisonnables de garde.'),
  forms: since2002(act2002, { untilPaid: true }),
}

/** Both are matters of that officer's opinion, which is why it is written down. */
export const detentionNeedsRisk: Provision<{ unlessSecurityGiven: true }> = {
  ...section('36', '(2)'),
  says: say('Only where that officer thinks there is a significant risk that it will not be paid in time, and no satisfactory security is given instead.', 'Seulement si cet officier estime qu’il existe un risque important de non-paiement à temps, et si aucune garantie suffisante n’est donnée.'),
  forms: since2002(act2002, { unlessSecurityGiven: true }),
}

/** For a detached trailer "operator" is read for "driver". */
export const detentionTie: Provision<{ tie: 'contract' | 'employment' }> = {
  ...section('36', '(2A)'),
  says: say('Only where the driver has this tie to the owner or hirer, or is one, or the owner or hirer has a notice of their own.', 'Seulement si le conducteur a ce lien avec le propriétaire ou locataire, ou l’est lui-même, ou si celui-ci a reçu un avis.'),
  forms: changedIn2023({ madeBy: act2002, rule: { tie: 'employment' } }, { madeBy: act2022('10'), rule: { tie: 'contract' } }),
}

/** An officer of this rank or above is a senior officer. */
export const seniorOfficerRank: Provision<{ rank: 'chief-immigration-officer' }> = {
  ...section('43', '(1), senior officer'),
  says: say('A senior officer is an immigration officer of at least this rank.', 'Un officier supérieur est un agent d’immigration d’au moins ce grade.'),
  forms: since2002(act2002, { rank: 'chief-immigration-officer' }),
}

export const provisionalDetention: Provision<{ hours: number }> = {
  ...section('36', '(2B)-(2C)'),
  says: say('Before a notice is issued a vehicle may be held provisionally for no longer than this.', 'Avant l’émission d’un avis, un véhicule peut être retenu à titre provisoire, pas plus longtemps.'),
  forms: since2002(act2002, { hours: 24 }),
}

export const freightMayBeRemoved: Provision<{ removable: true }> = {
  ...section('36', '(3)'),
  says: say('Anyone with an interest in the freight or contents may take it out at a reasonable time and in a reasonable way.', 'Quiconque a un intérêt dans le fret ou le contenu peut l’enlever à un moment et d’une manière raisonnables.'),
  forms: since2002(act2002, { removable: true }),
}

export const detentionStandsThoughIllFounded: Provision<{ unlessUnreasonable: true }> = {
  ...section('36', '(4)-(5)'),
  says: say('Detention stays lawful although the notice proves ill-founded, unless issuing it was unreasonable.', 'La retenue reste légale même si l’avis se révèle infondé, sauf si son émission était déraisonnable.'),
  forms: since2002(act2002, { unlessUnreasonable: true }),
}

export const detentionInDefault: Provision<{ notWhileAppealOpen: true }> = {
  ...section('36A'),
  standing: 'unconfirmed',
  says: say('A vehicle used in the person’s business, owned or not, may be detained when a penalty is not paid by the day in its notice, but not while an appeal is open.', 'Un véhicule utilisé dans l’entreprise de la personne, à elle ou non, peut être retenu si une sanction n’est pas payée au jour indiqué, mais pas tant qu’un appel est en cours.'),
  forms: since2002(act2002, { notWhileAppealOpen: true }),
}

export const defaultTie: Provision<{ tie: 'contract' | 'employment' }> = {
  ...section('36A', ', the tie to the driver'),
  standing: 'unconfirmed',
  says: say('Only where the person who owes is its owner or hirer, or had this tie to them as its driver.', 'Seulement si la personne débitrice en est propriétaire ou locataire, ou avait ce lien avec eux comme conducteur.'),
  forms: changedIn2023({ madeBy: act2002, rule: { tie: 'employment' } }, { madeBy: act2022('11'), rule: { tie: 'contract' } }),
}

export const defaultDetentionLikeSecurity: Provision<{ alike: true }> = {
  ...section('36A', '(7)-(9)'),
  says: say('Freight may be taken out, and detention stays lawful though ill-founded, as under section 36.', 'Le fret peut être enlevé, et la retenue reste légale bien qu’infondée, comme à l’article 36.'),
  forms: since2023(act2022('11'), { alike: true }),
}

/** Any one of them is enough. */
export const releaseByCourt: Provision<readonly Requirement[]> = {
  ...section('37', '(2)-(3)'),
  says: say('The person addressed, the owner or anybody affected may ask the court to release the vehicle, which it may do where one of these holds.', 'Le destinataire, le propriétaire ou toute personne touchée peut demander au tribunal la restitution, possible dans l’un de ces cas.'),
  forms: since2002(act2002, [
    { id: 'security', words: say('satisfactory security has been given', 'une garantie suffisante a été donnée') },
    { id: 'no-risk', words: say('there is no significant risk that the penalty will not be paid', 'il n’y a pas de risque important de non-paiement') },
    { id: 'doubt', words: say('there is significant doubt whether the penalty is payable', 'il existe un doute sérieux que la sanction soit due') },
  ]),
}

export const releaseForOwner: Provision<readonly Requirement[]> = {
  ...section('37', '(3A)-(3B)'),
  says: say('For an owner who was not given a notice, nor any employee of theirs, the court may release it where that is right, weighing these.', 'Pour un propriétaire qui n’a pas reçu d’avis, ni aucun de ses salariés, le tribunal peut le restituer si cela est juste, en pesant ceci.'),
  forms: since2002(act2002, [
    { id: 'hardship', words: say('the hardship to the owner', 'la gêne causée au propriétaire') },
    { id: 'responsibility', words: say('how far the owner is responsible', 'la part de responsabilité du propriétaire') },
    { id: 'other', words: say('any other matter', 'tout autre élément') },
  ]),
}

/** Beginning with the day the detention began. */
export const salePeriod: Provision<{ days: number }> = {
  ...section('37', '(4)'),
  says: say('A detained vehicle may be sold when this many days have passed, beginning with the day of detention.', 'Un véhicule retenu peut être vendu après ce nombre de jours, à compter du jour de la retenue.'),
  forms: since2002(act2002, { days: 84 }),
}

export const noSaleWhileAppealOpen: Provision<{ waitsForAppeal: true }> = {
  ...section('37', '(5A)'),
  says: say('Nothing is sold while an appeal can be brought or is undecided.', 'Rien n’est vendu tant qu’un appel est possible ou n’est pas tranché.'),
  forms: since2002(act2002, { waitsForAppeal: true }),
}

export const releaseInDefault: Provision<{ onlyIfUnlawful: true }> = {
  ...section('37', '(7)'),
  says: say('A vehicle detained in default is released only if its detention was unlawful, or for an owner without a notice.', 'Un véhicule retenu faute de paiement n’est restitué que si la retenue était illégale, ou pour un propriétaire sans avis.'),
  forms: since2002(act2002, { onlyIfUnlawful: true }),
}

/** All of them have to be shown. */
export const leaveToSell: Provision<readonly Requirement[]> = {
  cite: 'Immigration and Asylum Act 1999 Sch. 1 para. 1',
  url: 'https://www.legislation.gov.uk/ukpga/1999/33/schedule/1/paragraph/1/enacted',
  standing: 'read',
  says: say('A vehicle is sold only with the leave of the court, which is given on proof of all of these.', 'Un véhicule n’est vendu qu’avec l’autorisation du tribunal, donnée sur preuve de tout ceci.'),
  forms: since2002(act2002, [
    { id: 'due', words: say('the penalty is due', 'la sanction est due') },
    { id: 'unpaid', words: say('the person has not paid it, or not the expenses connected with it', 'la personne ne l’a pas payée, ou pas les frais qui s’y rattachent') },
    { id: 'liable-to-sale', words: say('the vehicle is liable to sale', 'le véhicule est susceptible d’être vendu') },
  ]),
}

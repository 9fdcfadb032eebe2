import { challengeGrounds, courtOutcomes, objectionOutcomes, serviceWays, type ChallengeGround, type CourtOutcome, type ObjectionOutcome, type ServiceWay, type UkNation } from '../challenge.ts'
import { act2002, act2022, changedIn2023, section, since2002 } from '../citing.ts'
import type { Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'

const noticeSays: readonly Requirement[] = [
  { id: 'a', words: say('The reasons for liability', 'Les motifs de la responsabilité') },
  { id: 'b', words: say('The amount', 'Le montant') },
  { id: 'c', words: say('The date by which, and the manner in which, to pay', 'La date limite et le mode de paiement') },
  { id: 'd', words: say('What the person may do who objects, and how the penalty may be recovered', 'Ce que peut faire la personne qui conteste, et comment la sanction peut être recouvrée') },
]

/** Before the reform no period was prescribed in which to issue a notice. */
export const contentOfNotice: Provision<readonly Requirement[]> = {
  ...section('35', '(2)'),
  says: say('What a penalty notice must say.', 'Ce qu’un avis de sanction doit indiquer.'),
  forms: changedIn2023(
    { madeBy: act2002, rule: noticeSays },
    { madeBy: act2022('8'), rule: [...noticeSays, { id: 'e', words: say('It is issued within the prescribed period', 'Il est émis dans le délai prescrit') }] },
  ),
}

export const groundsOfObjection: Provision<readonly ChallengeGround[]> = {
  ...section('35', '(3)'),
  says: say('A person may object that there is no liability, or that the amount is too high.', 'Une personne peut contester sa responsabilité, ou le montant.'),
  forms: since2002(act2002, challengeGrounds),
}

/** No power to extend is given, so a person decides what follows a late objection. */
export const objectionInTime: Provision<{ lateAccepted: 'by-a-person' }> = {
  ...section('35', '(5)'),
  says: say('An objection is in writing, with reasons and in time; no power to extend is given, so a person judges a late one.', 'L’objection est écrite, motivée et dans le délai ; aucun pouvoir de prolongation n’étant prévu, une personne apprécie l’objection tardive.'),
  forms: since2002(act2002, { lateAccepted: 'by-a-person' }),
}

export const outcomesOfObjection: Provision<readonly ObjectionOutcome[]> = {
  ...section('35', '(6)'),
  says: say('On an objection the penalty may be cancelled, reduced or increased, or nothing done.', 'Sur objection, la sanction peut être annulée, réduite ou augmentée, ou rien n’est fait.'),
  forms: since2002(act2002, objectionOutcomes),
}

/** A longer time to decide counts only when the objector agreed to it. */
export const agreedDecisionTime: Provision<{ agreedWith: 'objector' }> = {
  ...section('35', '(7)(a)'),
  says: say('A longer time to decide an objection counts only when the objector agreed to it.', 'Un délai plus long pour décider d’une objection ne vaut que si son auteur l’a accepté.'),
  forms: since2002(act2002, { agreedWith: 'objector' }),
}

export const newNoticeForIncrease: Provision<{ newNotice: true }> = {
  ...section('35', '(7)(b)'),
  says: say('A penalty is increased by a new notice, from which the times to object and to pay begin again.', 'Une sanction est augmentée par un nouvel avis, dont les délais d’objection et de paiement recommencent.'),
  forms: since2002(act2002, { newNotice: true }),
}

export const reductionTold: Provision<{ told: true }> = {
  ...section('35', '(7)(c)'),
  says: say('A reduction is told to whoever objected.', 'Une réduction est communiquée à l’opposant.'),
  forms: since2002(act2002, { told: true }),
}

export const recoverableAsDebt: Provision<{ debt: true }> = {
  ...section('35', '(10)'),
  says: say('A penalty not paid in time may be recovered as a debt due to the Secretary of State.', 'Une sanction non payée à temps peut être recouvrée comme une dette envers le Secrétaire d’État.'),
  forms: since2002(act2002, { debt: true }),
}

export const notQuestionedInRecovery: Provision<{ settled: true }> = {
  ...section('35', '(11)'),
  says: say('In proceedings to recover it, neither liability nor amount may be questioned.', 'Dans la procédure de recouvrement, ni la responsabilité ni le montant ne peuvent être remis en cause.'),
  forms: since2002(act2002, { settled: true }),
}

export const waysOfService: Provision<readonly ServiceWay[]> = {
  ...section('35', '(12)'),
  says: say('A notice may be served abroad in these ways.', 'Un avis peut être notifié à l’étranger de ces manières.'),
  forms: changedIn2023<readonly ServiceWay[]>({ madeBy: act2002, rule: ['in-person', 'post', 'fax'] }, { madeBy: act2022('8'), rule: serviceWays }),
}

export const rightOfAppeal: Provision<{ court: string }> = {
  ...section('35A'),
  says: say('A person may appeal to this court that there is no liability, or that the amount is too high.', 'Une personne peut saisir ce tribunal pour contester la responsabilité ou le montant.'),
  forms: since2002(act2002, { court: 'county court or sheriff' }),
}

/** The court cannot increase. */
export const outcomesOfAppeal: Provision<readonly CourtOutcome[]> = {
  ...section('35A', ', what the court may do'),
  says: say('The court may cancel the penalty, reduce it or dismiss the appeal. It cannot increase it.', 'Le tribunal peut annuler la sanction, la réduire ou rejeter l’appel. Il ne peut pas l’augmenter.'),
  forms: since2002(act2002, courtOutcomes),
}

/** Before the reform the court also had regard to the code on preventing carriage; for vehicles that code is gone. */
export const appealIsHeardAfresh: Provision<{ regardTo: readonly string[] }> = {
  ...section('35A', ', a fresh hearing'),
  says: say('The matter is heard afresh, whether or not there was an objection, with regard to the code in effect at the time of the appeal and to anything else that matters.', 'L’affaire est réexaminée, objection ou non, au regard du code en vigueur lors de l’appel et de tout autre élément pertinent.'),
  forms: changedIn2023<{ regardTo: readonly string[] }>({ madeBy: act2002, rule: { regardTo: ['code-on-amounts', 'code-on-prevention'] } }, { madeBy: 'Nationality and Borders Act 2022 Sch. 5', rule: { regardTo: ['code-on-amounts'] } }),
}

export const courtsOfAppeal: Provision<Readonly<Record<UkNation, 'county-court' | 'sheriff'>>> = {
  ...section('43', '(2)-(3)'),
  says: say('Which court hears an appeal; it may be sent on to the High Court or the Court of Session.', 'Quel tribunal connaît de l’appel ; il peut être renvoyé à la High Court ou à la Court of Session.'),
  forms: since2002(act2002, { 'england-and-wales': 'county-court', 'northern-ireland': 'county-court', scotland: 'sheriff' }),
}

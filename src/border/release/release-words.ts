import type { HeldBack } from './judge/judge.ts'
import type { MarkingCode } from './marking/marking.ts'
import type { AlarmCode } from './outbox/alarms.ts'
import type { Stage } from './outbox/item.ts'
import type { Ring } from './partner/partner.ts'
import type { Field, Kind } from './record/record.ts'

export interface Bilingual {
  readonly en: string
  readonly fr: string
}

export const ringWords: Readonly<Record<Ring, Bilingual>> = {
  uk: { en: 'Agency of the United Kingdom', fr: 'Service du Royaume-Uni' },
  fr: { en: 'Agency of France', fr: 'Service français' },
}

export const kindWords: Readonly<Record<Kind, Bilingual>> = {
  hit: { en: 'Hits', fr: 'Alertes' },
  read: { en: 'Reads of listed plates', fr: 'Lectures de plaques inscrites' },
  entry: { en: 'List entries', fr: 'Inscriptions' },
  marker: { en: 'Warnings about a vehicle', fr: 'Avertissements sur un véhicule' },
}

export const fieldWords: Readonly<Record<Field, Bilingual>> = {
  country: { en: 'Country', fr: 'Pays' },
  port: { en: 'Port', fr: 'Port' },
  lane: { en: 'Lane', fr: 'Voie' },
  seenAt: { en: 'When it was seen', fr: 'Quand il a été vu' },
  characterConfidence: { en: 'How sure of each character', fr: 'Certitude de chaque caractère' },
  how: { en: 'How the read fits the entry', fr: 'Concordance avec l’inscription' },
  list: { en: 'Name of the list', fr: 'Nom de la liste' },
  owner: { en: 'Who answers for the list', fr: 'Responsable de la liste' },
  reason: { en: 'Why it is listed', fr: 'Motif de l’inscription' },
  handling: { en: 'What officers do', fr: 'Conduite à tenir' },
  markers: { en: 'Warnings', fr: 'Avertissements' },
  ports: { en: 'Ports it alerts at', fr: 'Ports où il alerte' },
  lastDayOn: { en: 'Last day', fr: 'Dernier jour' },
}

export const markingWords: Readonly<Record<MarkingCode, Bilingual>> = {
  'originator-only': { en: 'Nobody outside', fr: 'Personne à l’extérieur' },
  'uk-only': { en: 'UK agencies only (HMG use only)', fr: 'Services britanniques uniquement (HMG use only)' },
  'fr-only': { en: 'French agencies only', fr: 'Services français uniquement' },
  'uk-and-fr': { en: 'UK and French agencies', fr: 'Services britanniques et français' },
}

interface StageWords extends Bilingual {
  readonly mark: 'done' | 'stop' | 'look' | 'going' | 'waiting' | 'quiet'
}

export const stageWords: Readonly<Record<Stage, StageWords>> = {
  'sending': { en: 'On its way', fr: 'En cours d’envoi', mark: 'going' },
  'released': { en: 'Received', fr: 'Reçu', mark: 'done' },
  'not-sent': { en: 'Not sent: it changed', fr: 'Non envoyé : modifié', mark: 'quiet' },
  'refused': { en: 'Refused by the partner', fr: 'Refusé par le partenaire', mark: 'look' },
  'withdrawing': { en: 'Being asked back', fr: 'Retrait en cours', mark: 'going' },
  'awaiting': { en: 'Asked back, no word yet', fr: 'Retrait demandé, sans réponse', mark: 'waiting' },
  'deleted': { en: 'Deleted there', fr: 'Supprimé chez eux', mark: 'done' },
  'kept': { en: 'Kept there, with a reason', fr: 'Conservé, motif donné', mark: 'look' },
  'never-had': { en: 'Never arrived', fr: 'Jamais arrivé', mark: 'done' },
}

export const heldBackWords: Readonly<Record<HeldBack, Bilingual>> = {
  'no-rule': { en: 'no rule is in force', fr: 'aucune règle en vigueur' },
  'record-gone': { en: 'the record is no longer kept', fr: 'l’enregistrement n’est plus conservé' },
  'rule-ended': { en: 'the rule has ended', fr: 'la règle a pris fin' },
  'kind-not-agreed': { en: 'the rule does not cover this kind', fr: 'la règle ne couvre pas ce type' },
  'list-not-agreed': { en: 'the rule does not cover this list', fr: 'la règle ne couvre pas cette liste' },
  'not-marked': { en: 'nobody said who may have it', fr: 'nul n’a dit qui peut l’avoir' },
  'marking-not-agreed': { en: 'its marking is not for this partner', fr: 'son marquage exclut ce partenaire' },
  'not-for-this-partner': { en: 'it is for other partners', fr: 'il est destiné à d’autres partenaires' },
  'handling-not-agreed': { en: 'the rule does not cover this handling', fr: 'la règle ne couvre pas cette conduite' },
  'port-not-agreed': { en: 'the rule does not cover this port', fr: 'la règle ne couvre pas ce port' },
  'taken-back': { en: 'it was not this vehicle', fr: 'ce n’était pas ce véhicule' },
  'entry-withdrawn': { en: 'the entry was withdrawn', fr: 'l’inscription a été retirée' },
  'not-confirmed': { en: 'no person has confirmed it', fr: 'personne ne l’a confirmé' },
  'not-yet': { en: 'its first day has not come', fr: 'son premier jour n’est pas venu' },
  'entry-ended': { en: 'its last day has passed', fr: 'son dernier jour est passé' },
  'before-the-agreement': { en: 'it is older than the rule reaches', fr: 'il est antérieur à la règle' },
  'kept-long-enough': { en: 'the time for which it may be kept is over', fr: 'sa durée de conservation est écoulée' },
  'nothing-to-tell': { en: 'there is no warning any more', fr: 'il n’y a plus d’avertissement' },
}

interface AlarmWords extends Bilingual {
  readonly grave: boolean
}

export const alarmWords: Readonly<Record<AlarmCode, AlarmWords>> = {
  'canary-arrived': { en: 'The partner says it had a record that must never arrive. Nothing is sent until a person has looked.', fr: 'Le partenaire dit avoir eu un enregistrement qui ne doit jamais arriver. Rien n’est envoyé avant examen.', grave: true },
  'canary-would-have-gone': { en: 'A made-up record would have been sent against the rule. Nothing is sent until a person has looked.', fr: 'Un enregistrement fictif serait parti contre la règle. Rien n’est envoyé avant examen.', grave: true },
  'not-answering': { en: 'The partner does not answer. What waits is judged anew at each attempt.', fr: 'Le partenaire ne répond pas. Ce qui attend est rejugé à chaque essai.', grave: false },
  'much-waits': { en: 'Very much waits for this partner.', fr: 'L’attente est très longue pour ce partenaire.', grave: false },
  'waits-long': { en: 'The oldest message has waited for more than 15 minutes.', fr: 'Le plus ancien message attend depuis plus de 15 minutes.', grave: false },
  'withdrawals-unanswered': { en: 'The partner has not said what became of something taken back.', fr: 'Le partenaire n’a pas dit ce qu’il est advenu d’un retrait.', grave: true },
  'key-not-taken': { en: 'The partner has not taken the key that follows ours, for 30 days.', fr: 'Le partenaire n’a pas pris la clé qui suit la nôtre, depuis 30 jours.', grave: false },
  'rule-ends-soon': { en: 'The rule ends within 14 days.', fr: 'La règle prend fin dans les 14 jours.', grave: false },
  'rule-ended': { en: 'The rule has ended: nothing is sent, and what was sent is asked back.', fr: 'La règle a pris fin : rien n’est envoyé et tout est redemandé.', grave: true },
}

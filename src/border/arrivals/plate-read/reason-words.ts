import type { IgnoredReason } from './understanding.ts'

interface InBoth {
  readonly en: string
  readonly fr: string
}

/** Why something a camera sent is not a read, for the officer who asks. */
const ignoredWords: Readonly<Record<IgnoredReason, InBoth>> = {
  'no-plate': { en: 'A vehicle without a readable plate', fr: 'Un véhicule sans plaque lisible' },
  'not-a-plate': { en: 'Text too long to be a plate', fr: 'Un texte trop long pour une plaque' },
  'no-result': { en: 'No vehicle in the picture', fr: 'Aucun véhicule sur l’image' },
  heartbeat: { en: 'The camera said that it is alive', fr: 'La caméra a signalé qu’elle fonctionne' },
  'other-event': { en: 'An event that is no plate, such as motion', fr: 'Un événement sans plaque, tel qu’un mouvement' },
  'over-limit': { en: 'More results than one picture can hold', fr: 'Plus de résultats qu’une image ne peut en contenir' },
}

/** Why a message is in quarantine. */
const quarantineWords: Readonly<Record<string, InBoth>> = {
  empty: { en: 'The message was empty', fr: 'Le message était vide' },
  'unknown-message': { en: 'No maker we know writes like this', fr: 'Aucun fabricant connu n’écrit ainsi' },
  'broken-xml': { en: 'The XML is not well formed', fr: 'Le XML est mal formé' },
  'broken-json': { en: 'The JSON is not well formed', fr: 'Le JSON est mal formé' },
  'broken-multipart': { en: 'The parts of the form cannot be told apart', fr: 'Les parties du formulaire ne se distinguent pas' },
  'broken-frame': { en: 'A frame of tags was damaged on the way', fr: 'Une trame a été abîmée en route' },
  'forbidden-doctype': { en: 'It declares a document type, which is how XML attacks begin', fr: 'Il déclare un type de document, comme le font les attaques XML' },
  'not-utf-8': { en: 'The text is not UTF-8', fr: 'Le texte n’est pas en UTF-8' },
  'too-large': { en: 'It is larger than any plate message', fr: 'Il est plus grand que tout message de plaque' },
  'too-deep': { en: 'It is nested too deeply', fr: 'Son imbrication est trop profonde' },
  'unknown-camera': { en: 'The camera was taken off the register', fr: 'La caméra a été retirée du registre' },
  'unchecked-key': { en: 'The camera’s key could not be checked when it came', fr: 'La clé de la caméra n’a pas pu être vérifiée' },
  'not-stored': { en: 'The database would not hold it', fr: 'La base de données l’a refusé' },
  'our-fault': { en: 'Juxta failed on it: report this one', fr: 'Juxta a échoué : signalez ce message' },
}

export function ignoredBecause(reason: IgnoredReason): InBoth {
  return ignoredWords[reason]
}

export function quarantinedBecause(reason: string): InBoth {
  return quarantineWords[reason] ?? { en: reason, fr: reason }
}

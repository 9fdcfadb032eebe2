import { handlingWords, type Watchlist } from '#border/watchlists'
import type { PageContext } from '#platform/web'
import { siteName } from '#values'
import { fieldWords, kindWords, markingWords, type Bilingual } from '../release-words.ts'
import type { Rule } from './rule.ts'

type Say = PageContext['words']

/** A rule in the reader's words, term by term. */
export function describeRule(rule: Rule, lists: readonly Watchlist[], say: Say) {
  const { terms } = rule
  const said = ({ en, fr }: Bilingual): string => say(en, fr)
  const joined = (texts: readonly string[]): string => (texts.length === 0 ? say('None', 'Aucun') : texts.join(', '))
  const kinds = terms.kinds.map((kind) => said(kindWords[kind]))
  return {
    ...rule,
    rows: [
      { key: say('What allows it', 'Ce qui l’autorise'), value: terms.legalBasis },
      { key: say('What the partner is told', 'Ce que le partenaire apprend'), value: joined(kinds) },
      { key: say('From these lists', 'Depuis ces listes'), value: joined(terms.listIds.map((id) => nameOf(lists, id, say))) },
      { key: say('Where officers are asked to', 'Lorsque les agents doivent'), value: joined(terms.handlings.map((handling) => said(handlingWords[handling]))) },
      { key: say('At these ports', 'Dans ces ports'), value: joined(terms.ports.map(siteName)) },
      { key: say('Marked for', 'Marqué pour'), value: joined(terms.markings.map((marking) => said(markingWords[marking]))) },
      { key: say('In these fields, beside the plate', 'Dans ces champs, outre la plaque'), value: joined(terms.fields.map((field) => said(fieldWords[field]))) },
      { key: say('Hits', 'Alertes'), value: terms.confirmedOnly ? say('Only those that a person has confirmed', 'Seulement celles qu’une personne a confirmées') : say('Also those that nobody has confirmed yet', 'Aussi celles que personne n’a encore confirmées') },
      { key: say('Nothing from before', 'Rien d’antérieur au'), value: terms.sinceOn },
      { key: say('The partner keeps it for', 'Le partenaire le conserve'), value: say(`${terms.retentionDays} days`, `${terms.retentionDays} jours`) },
      { key: say('In force', 'En vigueur'), value: say(`from ${terms.validFrom} to ${terms.validTo}`, `du ${terms.validFrom} au ${terms.validTo}`) },
      { key: say('Sent to', 'Envoyé à'), value: terms.address },
      { key: say('The partner’s key', 'Clé du partenaire'), value: terms.publicKey },
      { key: say('Who answers there', 'Qui répond là-bas'), value: terms.contact },
      { key: say('Told here when they do not', 'Prévenu ici sinon'), value: terms.escalateTo },
      { key: say('The partner may send us', 'Le partenaire peut nous envoyer'), value: joined(terms.accepts.map((kind) => said(kindWords[kind]))) },
    ],
    standingText: standingText(rule, say),
    mark: rule.status === 'proposed' ? 'look' : rule.status === 'approved' ? 'done' : 'quiet',
  }
}

function nameOf(lists: readonly Watchlist[], id: string, say: Say): string {
  const list = lists.find((one) => one.id === id)
  return list === undefined ? id : say(list.nameEn, list.nameFr)
}

function standingText({ status }: Rule, say: Say): string {
  if (status === 'proposed') return say('Waits for a second person', 'Attend une seconde personne')
  return status === 'approved' ? say('Agreed', 'Approuvée') : say('Refused', 'Refusée')
}

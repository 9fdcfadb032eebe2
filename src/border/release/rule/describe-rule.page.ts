import { handlingWords, type Watchlist } from '#border/watchlists'
import type { PageContext } from '#platform/web'
import { dayInWords, siteName, type CalendarDate } from '#values'
import { fieldWords, kindWords, markingWords, type Bilingual } from '../release-words.ts'
import type { Rule } from './rule.ts'

type Say = PageContext['words']

/** What a rule is described against: the one that decides today, and which were ended by hand. */
export interface Beside {
  readonly lists: readonly Watchlist[]
  readonly inForce: Rule | undefined
  readonly stoppedThrough: number
}

/** A rule in the reader's words, term by term. */
export function describeRule(rule: Rule, beside: Beside, { words: say, language, clock }: Pick<PageContext, 'words' | 'language' | 'clock'>) {
  const { terms } = rule
  const { lists } = beside
  const dayOn = (on: CalendarDate): string => dayInWords(on, language)
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
      { key: say('Nothing from before', 'Rien d’antérieur au'), value: dayOn(terms.sinceOn) },
      { key: say('The partner keeps it for', 'Le partenaire le conserve'), value: say(`${terms.retentionDays} days`, `${terms.retentionDays} jours`) },
      { key: say('In force', 'En vigueur'), value: say(`from ${dayOn(terms.validFrom)} to ${dayOn(terms.validTo)}`, `du ${dayOn(terms.validFrom)} au ${dayOn(terms.validTo)}`) },
      { key: say('Sent to', 'Envoyé à'), value: terms.address },
      { key: say('The partner’s key', 'Clé du partenaire'), value: terms.publicKey },
      { key: say('Who answers there', 'Qui répond là-bas'), value: terms.contact },
      { key: say('Told here when they do not', 'Prévenu ici sinon'), value: terms.escalateTo },
      { key: say('The partner may send us', 'Le partenaire peut nous envoyer'), value: joined(terms.accepts.map((kind) => said(kindWords[kind]))) },
    ],
    ...standingOf(rule, beside, clock.today(), say),
  }
}

function nameOf(lists: readonly Watchlist[], id: string, say: Say): string {
  const list = lists.find((one) => one.id === id)
  return list === undefined ? id : say(list.nameEn, list.nameFr)
}

/** Where a version stands today, in a word and a mark. */
function standingOf(rule: Rule, { inForce, stoppedThrough }: Beside, today: CalendarDate, say: Say): { standingText: string; mark: string } {
  const { status, version, terms } = rule
  if (status === 'proposed') return { standingText: say('Waits for a second person', 'Attend une seconde personne'), mark: 'look' }
  if (status === 'refused') return { standingText: say('Refused', 'Refusée'), mark: 'quiet' }
  if (version <= stoppedThrough) return { standingText: say('Stopped', 'Arrêtée'), mark: 'quiet' }
  if (terms.validFrom > today) return { standingText: say('Agreed, not yet begun', 'Approuvée, pas encore en vigueur'), mark: 'waiting' }
  if (inForce?.id !== rule.id) return { standingText: say('Replaced', 'Remplacée'), mark: 'quiet' }
  return today > terms.validTo ? { standingText: say('Ended', 'Échue'), mark: 'stop' } : { standingText: say('In force', 'En vigueur'), mark: 'going' }
}

import { pounds, type Pence } from '#values'
import { beforeReform, reformedFrom } from '../eras.ts'
import type { BusinessSize } from '../assessment.ts'
import type { Form, Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'

// Only the opening of the code could be read. The figures are those of the Government's summary and of pages that quote the code,
// checked against decided cases; a person must compare them with the code itself before the first real decision (ADR 0003).
const source = {
  url: 'https://www.gov.uk/government/publications/level-of-penalty-code-of-practice/level-of-penalty-code-of-practice-accessible',
  standing: 'reported',
} as const

const madeBy = 'S.I. 2023/30'
const cited = (what: string): string => `Level of Penalty: Code of Practice (S.I. 2023/30), ${what}`
const since2023 = <Rule>(rule: Rule): readonly Form<Rule>[] => [beforeReform, { from: reformedFrom, madeBy, rule }]

/** Starting points by the number of earlier penalties: the last one is for that many or more. */
export const startingPointsForCarrying: Provision<readonly Pence[]> = {
  ...source,
  cite: cited('starting points for carrying (s.32)'),
  unit: 'pence',
  says: say('Where the amount for each entrant begins: by how many earlier penalties this person has.', 'Montant de départ par entrant, selon le nombre de sanctions antérieures de la personne.'),
  forms: since2023([pounds(6_000), pounds(10_000)]),
}

export const startingPointsForNotSecuring: Provision<readonly Pence[]> = {
  ...source,
  cite: cited('starting points for not securing (s.31A)'),
  unit: 'pence',
  says: say('Where the amount for a vehicle not secured begins: by how many earlier penalties this person has.', 'Montant de départ pour un véhicule non sécurisé, selon le nombre de sanctions antérieures de la personne.'),
  forms: since2023([pounds(1_500), pounds(3_000), pounds(6_000)]),
}

/** How far back an earlier penalty counts against the same person. */
export const recordWindow: Provision<{ years: number }> = {
  ...source,
  cite: cited('record of liability in the last five years'),
  says: say('An earlier penalty counts for this many years before the incident.', 'Une sanction antérieure compte pendant ce nombre d’années avant l’incident.'),
  forms: since2023({ years: 5 }),
}

/** DSC-2: section 32 only. */
export const complianceDiscount: Provision<{ percent: number }> = {
  ...source,
  cite: cited('discount for compliance (s.32)'),
  says: say('A person who shows compliance has this much taken off the starting point for carrying.', 'La personne qui démontre sa conformité bénéficie de cette réduction sur le montant de départ pour transport.'),
  forms: since2023({ percent: 50 }),
}

/** DSC-3: section 31A only, for those who were not on the journey. */
export const absentDiscount: Provision<{ percent: number }> = {
  ...source,
  cite: cited('discount for those absent who acted to comply (s.31A)'),
  says: say('A person who was not on the journey and acted to ensure compliance has this much taken off for not securing.', 'La personne absente du trajet qui a agi pour la conformité bénéficie de cette réduction pour défaut de sécurisation.'),
  forms: since2023({ percent: 50 }),
}

/** The reduction of what remains, by the size of the business. Medium is proved by decided cases; micro and small are reported only. */
export const meansReductions: Provision<Readonly<Record<BusinessSize, number>>> = {
  ...source,
  cite: cited('means of businesses'),
  says: say('What remains is reduced for a business by its size, when it asks and shows it.', 'Le reste est réduit pour une entreprise selon sa taille, si elle le demande et la démontre.'),
  forms: since2023({ micro: 75, small: 50, medium: 25, large: 0 }),
}

/** What makes a business each size: fewer staff than this, and no more than this turnover or this balance sheet, in whole euros. */
export const businessSizeTests: Provision<
  Readonly<Record<Exclude<BusinessSize, 'large'>, { staffBelow: number; turnoverEuros: number; balanceSheetEuros: number }>>
> = {
  ...source,
  cite: cited('sizes of business'),
  says: say('How small in staff, and in turnover or balance sheet, a business of each size is.', 'Effectif, et chiffre d’affaires ou bilan, de chaque taille d’entreprise.'),
  forms: since2023({
    micro: { staffBelow: 10, turnoverEuros: 2_000_000, balanceSheetEuros: 2_000_000 },
    small: { staffBelow: 50, turnoverEuros: 10_000_000, balanceSheetEuros: 10_000_000 },
    medium: { staffBelow: 250, turnoverEuros: 50_000_000, balanceSheetEuros: 43_000_000 },
  }),
}

/** No formula for individuals could be found, so a person assesses, with evidence (point C6). */
export const meansOfIndividuals: Provision<{ assessedBy: 'person' }> = {
  ...source,
  standing: 'unconfirmed',
  cite: cited('means of individuals'),
  says: say('The means of an individual are assessed by a person, on evidence; no formula is published.', 'Les moyens d’un particulier sont appréciés par une personne, sur pièces ; aucune formule n’est publiée.'),
  forms: since2023({ assessedBy: 'person' }),
}

/** The reported aggregates by tier, 12,000 and 20,000 or 3,000, 6,000 and 12,000, are each twice the starting point. */
export const tierAggregate: Provision<{ timesStartingPoint: number }> = {
  ...source,
  cite: cited('aggregates by tier'),
  says: say('Reported totals for a first or later incident: this many times the starting point.', 'Totaux rapportés pour un premier incident ou un suivant : ce multiple du montant de départ.'),
  forms: since2023({ timesStartingPoint: 2 }),
}

/** Its web page was updated on 1 December 2023 under the same number; no revised code was found (point C16). */
export const codeInOperation: Provision<{ code: string }> = {
  cite: 'S.I. 2023/30 arts 1-2',
  url: 'https://www.legislation.gov.uk/uksi/2023/30',
  standing: 'read',
  says: say('Which code of practice on the level of penalties is in operation.', 'Quel code de pratique sur le niveau des sanctions est en vigueur.'),
  forms: since2023({ code: madeBy }),
}

/** Reported, as the rest of the code is. */
export const meansOnRequest: Provision<readonly Requirement[]> = {
  ...source,
  cite: cited('how means are raised'),
  says: say('Means are looked at when somebody asks for it and shows them; never by themselves.', 'Les moyens sont examinés sur demande et sur justificatifs ; jamais d’office.'),
  forms: since2023<readonly Requirement[]>([
    { id: 'asked', words: say('asked for, before the decision, with an objection or on appeal', 'demandé avant la décision, avec une objection ou lors d’un appel') },
    { id: 'shown', words: say('shown by accounts, balance sheets or statements signed by the board; by wage slips for an individual', 'démontré par des comptes, bilans ou attestations signées par la direction ; par des bulletins de salaire pour un particulier') },
    { id: 'translated', words: say('translated, where not in English or Welsh', 'traduit, s’il n’est ni en anglais ni en gallois') },
  ]),
}

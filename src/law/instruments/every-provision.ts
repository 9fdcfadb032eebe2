import * as actions from './carriers-liability-regulations-2002-actions.ts'
import * as sale from './carriers-liability-regulations-2002-sale.ts'
import * as security from './carriers-liability-regulations-2002-security.ts'
import * as regulations from './carriers-liability-regulations-2002.ts'
import * as accreditation from './civil-penalty-accreditation-scheme.ts'
import * as commencement from './commencement-regulations-2023.ts'
import * as appeals from './appeals-practice-direction-52d.ts'
import * as practice from './home-office-practice.ts'
import * as dataProtection from './logs-and-automated-decisions.ts'
import * as cases from './decided-cases.ts'
import * as act from './immigration-and-asylum-act-1999.ts'
import * as detention from './immigration-and-asylum-act-1999-detention.ts'
import * as notices from './immigration-and-asylum-act-1999-notices.ts'
import * as leTouquet from './le-touquet-order-2003.ts'
import * as code from './level-of-penalty-code-of-practice.ts'
import type { Provision } from '../provision.ts'
import { say, type Words } from '../words.ts'

export interface Instrument {
  readonly name: Words
  readonly provisions: readonly Provision<unknown>[]
}

const instrument = (name: Words, ...parts: readonly Readonly<Record<string, Provision<unknown>>>[]): Instrument => ({ name, provisions: parts.flatMap((part) => Object.values(part)) })

/** All that the instruments export, so that nothing can be added to them without being held to the same checks and shown on the same pages. */
export const instruments: readonly Instrument[] = [
  instrument(say('Immigration and Asylum Act 1999, Part II', 'Loi de 1999 sur l’immigration et l’asile, partie II'), act, notices, detention),
  instrument(say('Which law applies when', 'Quel droit s’applique quand'), commencement),
  instrument(say('Carriers’ Liability Regulations 2002', 'Règlement de 2002 sur la responsabilité des transporteurs'), regulations, security, actions, sale),
  instrument(say('Le Touquet Treaty, as ordered in 2003', 'Traité du Touquet, selon l’arrêté de 2003'), leTouquet),
  instrument(say('Level of Penalty: Code of Practice', 'Code de pratique sur le niveau des sanctions'), code),
  instrument(say('Civil Penalty Accreditation Scheme', 'Dispositif d’agrément'), accreditation),
  instrument(say('Home Office practice', 'Pratique du Home Office'), practice),
  instrument(say('Appeals to the court', 'Appel devant le tribunal'), appeals),
  instrument(say('What courts have decided', 'Ce que les tribunaux ont jugé'), cases),
  instrument(say('Logs, and decisions made by machines', 'Journaux et décisions automatisées'), dataProtection),
]

export const everyProvision: readonly Provision<unknown>[] = instruments.flatMap(({ provisions }) => provisions)

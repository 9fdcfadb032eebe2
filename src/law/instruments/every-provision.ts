import * as actions from './carriers-liability-regulations-2002-actions.ts'
import * as security from './carriers-liability-regulations-2002-security.ts'
import * as regulations from './carriers-liability-regulations-2002.ts'
import * as accreditation from './civil-penalty-accreditation-scheme.ts'
import * as commencement from './commencement-regulations-2023.ts'
import * as appeals from './appeals-practice-direction-52d.ts'
import * as practice from './home-office-practice.ts'
import * as act from './immigration-and-asylum-act-1999.ts'
import * as code from './level-of-penalty-code-of-practice.ts'
import type { Provision } from '../provision.ts'

/** All that the instruments export, so that nothing can be added to them without being held to the same checks. */
export const everyProvision: readonly Provision<unknown>[] = [act, commencement, regulations, security, actions, code, accreditation, practice, appeals].flatMap(
  (instrument) => Object.values<Provision<unknown>>(instrument),
)

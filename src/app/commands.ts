import type { Command } from '#platform/cli'
import { understandCommand } from '#border/arrivals'
import { assessCommand, clockCommand } from '#public/calculator'
import { benchCommand } from './bench.ts'
import { centreCommand } from './centre.ts'
import { exportCommand } from './export.ts'
import { faultsCommand } from './faults.ts'
import { inviteCommand, leaveCommand } from './invite.ts'
import { joinCommand } from './join.ts'
import { linkCommand } from './link.ts'
import { portCommand } from './port.ts'
import { recomputeCommand } from './recompute.ts'
import { demoCommand } from './solo.ts'
import { sweepCommand } from './sweep.ts'
import { verifyAuditCommand } from './verify-audit.ts'

/** Every `juxta NAME`. */
export const commands: readonly Command[] = [demoCommand, portCommand, centreCommand, inviteCommand, joinCommand, leaveCommand, linkCommand, verifyAuditCommand, recomputeCommand, sweepCommand, exportCommand, assessCommand, clockCommand, understandCommand, benchCommand, faultsCommand]

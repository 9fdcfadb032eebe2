import type { Command } from '#platform/cli'
import { centreCommand } from './centre.ts'
import { portCommand } from './port.ts'
import { demoCommand } from './solo.ts'

/** Every `juxta NAME`. */
export const commands: readonly Command[] = [demoCommand, portCommand, centreCommand]

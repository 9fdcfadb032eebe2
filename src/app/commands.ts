import type { Command } from '#platform/cli'
import { centreCommand } from './centre.ts'
import { portCommand } from './port.ts'

/** Every `juxta NAME`. */
export const commands: readonly Command[] = [portCommand, centreCommand]

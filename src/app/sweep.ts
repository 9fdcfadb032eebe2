import { sweepCases } from '#casework/penalties'
import { exitCodes, type Command } from '#platform/cli'
import { systemClock } from '#platform/clock'
import { atDatabaseOf } from './at-database-of.ts'

/** `juxta sweep`: the look over all open cases that the centre takes when a day begins, taken now. */
export const sweepCommand: Command = {
  name: 'sweep',
  summary: 'look over every open case: last days, what each waits for, stuck cases, lapsed holds; exit 1 where a last day was kept wrongly or a case is stuck',
  run: async (_args, io) => {
    const sweep = await atDatabaseOf('centre', (db) => sweepCases(db, systemClock))
    io.out(`${JSON.stringify(sweep, null, 2)}\n`)
    return sweep.differences.length + sweep.stuck.length === 0 ? exitCodes.done : exitCodes.failed
  },
}

import type { Database } from '#platform/database'
import { answers, unappliedMigrations } from '#platform/database'
import type { ReadyCheck } from '#platform/health'

/** Ready means that the database answers and has the schema this version was written for. `ended` says why a server of our own does not run. */
export function databaseChecks(db: Database, ended: () => string | undefined): readonly ReadyCheck[] {
  return [
    { name: 'database', fault: async () => ended() ?? ((await answers(db)) ? undefined : 'it does not answer') },
    {
      name: 'migrations',
      fault: async () => {
        const missing = await unappliedMigrations(db)
        return missing.length === 0 ? undefined : `not applied: ${missing.join(', ')}`
      },
    },
  ]
}

import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#platform/clock'
import type { Carrier } from './carrier.ts'

/** As the history of a letter names it. */
export const printRoom = 'Print room'

/**
 * A folder that the print room, or a printer by contract, empties: one PDF for each letter under its reference, and nothing that names anybody
 * in the file's name. A letter put in twice is the same file. That it was posted is for whoever posted it to say.
 */
export function printFolder(folder: string, clock: Clock): Carrier {
  return {
    name: printRoom,
    letter: async ({ reference, pdf }) => {
      const day = join(folder, clock.today())
      await mkdir(day, { recursive: true, mode: 0o700 })
      const path = join(day, `${reference}.pdf`)
      const file = await open(`${path}.part`, 'w', 0o600)
      try {
        await file.writeFile(pdf)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.part`, path)
      return { answer: 'taken', carrierId: `${clock.today()}/${reference}` }
    },
  }
}

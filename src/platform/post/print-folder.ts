import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '#platform/clock'
import type { Carrier, Handed } from './carrier.ts'

/** As the history of a letter names it. */
export const printRoom = 'Print room'

/**
 * A folder that the print room, or a printer by contract, empties: one PDF for each letter under its reference, and nothing that names anybody
 * in the file's name. A letter put in twice is the same file, and one that did not fit leaves nothing behind. That it was posted is for whoever
 * posted it to say.
 */
export function printFolder(folder: string, clock: Clock): Carrier {
  return {
    name: printRoom,
    letter: async ({ reference, pdf }): Promise<Handed> => {
      const day = clock.today()
      try {
        await putIn(join(folder, day), `${reference}.pdf`, pdf)
        return { answer: 'taken', carrierId: `${day}/${reference}` }
      } catch (fault) {
        // A disk that is full or not there is put right by somebody, and the letter is then put in: the queue says why it waits.
        const code = fault instanceof Error && 'code' in fault ? String(fault.code) : undefined
        if (code === undefined) throw fault
        return { answer: 'not-now', why: `The print folder cannot be written (${code})` }
      }
    },
  }
}

/** Whole under its name, or not there. */
async function putIn(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const [path, part] = [join(folder, name), join(folder, `${name}.part`)]
  try {
    const file = await open(part, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (fault) {
    await rm(part, { force: true })
    throw fault
  }
}

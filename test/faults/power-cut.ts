import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded into a process before anything else: what it writes to its spool reaches the disk only when it is flushed, as if whoever kills
 * it cut the power. The product's own code runs unchanged; only the disk beneath it forgets.
 */
const realOpen = fs.open

fs.open = async (...asked: Parameters<typeof realOpen>) => {
  const file = await realOpen(...asked)
  if (!String(asked[0]).endsWith('.spool') || asked[1] === undefined || asked[1] === 'r') return file
  const held: Buffer[] = []
  const write = file.write.bind(file)
  const flush = async (): Promise<void> => {
    for (const bytes of held.splice(0)) await write(bytes)
  }
  const datasync = file.datasync.bind(file)
  const close = file.close.bind(file)
  return Object.assign(file, {
    write: async (bytes: Buffer, offset = 0) => {
      const kept = Buffer.from(bytes.subarray(offset))
      held.push(kept)
      return { bytesWritten: kept.length, buffer: bytes }
    },
    datasync: async () => {
      await flush()
      await datasync()
    },
    close: async () => {
      await flush()
      await close()
    },
  })
}
syncBuiltinESMExports()

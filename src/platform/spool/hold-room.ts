import { open, rename, rm } from 'node:fs/promises'

/** Written at once, so that whoever waits for the disk waits for little of it. */
const pieceBytes = 1024 * 1024

/** Writes a file of zeros, so that its room on the disk is really taken; nothing is left of it when there is not enough. */
export async function holdRoom(path: string, bytes: number): Promise<void> {
  const part = `${path}.part`
  try {
    await writeZeros(part, bytes)
    await rename(part, path)
  } catch (fault) {
    await rm(part, { force: true })
    throw fault
  }
}

async function writeZeros(path: string, bytes: number): Promise<void> {
  const piece = Buffer.alloc(pieceBytes)
  const file = await open(path, 'w')
  try {
    for (let at = 0; at < bytes; at += piece.length) await file.writeFile(piece)
    await file.datasync()
  } finally {
    await file.close()
  }
}

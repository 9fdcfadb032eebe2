import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Keeps short secrets so that only this site can read them again: AES-256-GCM under a key that is not in the database. */
export interface Sealing {
  /** `about` is bound in: what was sealed for one thing cannot be opened as another's. */
  seal(secret: string, about: string): Buffer
  /** Throws when it was sealed under another key, for another thing, or was changed. */
  unseal(sealed: Uint8Array, about: string): string
}

const version = 1
const ivBytes = 12
const tagBytes = 16
const keyBytes = 32

export function sealing(key: Buffer): Sealing {
  if (key.length !== keyBytes) throw new Error(`A sealing key has ${keyBytes} bytes`)
  return {
    seal: (secret, about) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
      const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), hidden])
    },
    unseal: (sealed, about) => {
      const box = Buffer.from(sealed)
      if (box[0] !== version || box.length < 1 + ivBytes + tagBytes) throw new Error('This was not sealed here')
      const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 1 + ivBytes)).setAAD(Buffer.from(about))
      decipher.setAuthTag(box.subarray(1 + ivBytes, 1 + ivBytes + tagBytes))
      return Buffer.concat([decipher.update(box.subarray(1 + ivBytes + tagBytes)), decipher.final()]).toString('utf8')
    },
  }
}

/** The site's key: given by whoever runs it, in base64, or else a file beside the database and not in it, made on the first day. */
export async function sealingOf(folder: string, given: string | undefined = process.env['JUXTA_SEALING_KEY']): Promise<Sealing> {
  return sealing(given === undefined || given === '' ? await keyFile(join(folder, 'sealing.key')) : Buffer.from(given, 'base64'))
}

async function keyFile(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(randomBytes(keyBytes))
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault
  }
  return readFile(path)
}

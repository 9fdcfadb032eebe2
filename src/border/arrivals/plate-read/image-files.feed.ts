import { hash } from 'node:crypto'
import { access, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '#platform/identity'
import type { KeptImage } from './plate-read.ts'
import type { Image } from './understanding.ts'

export function sha256Of(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'hex')
}

/** `ab/abcdef…`: at most 256 folders, however many pictures. */
export function pathOfImage(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256)
}

/** Writes a picture under the name of its own hash. On disk when it settles; the same picture again costs a look. */
export async function keepImage(folder: string, { kind, bytes }: Image): Promise<KeptImage> {
  const sha256 = sha256Of(bytes)
  const path = pathOfImage(folder, sha256)
  if (!await isThere(path)) await writeWhole(path, bytes)
  return { sha256, kind, bytes: bytes.length }
}

/** Under a name of its own first, so that nobody ever reads half a picture. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.${newId()}.part`
  const file = await open(part, 'wx')
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
  await rename(part, path)
}

export async function readImage(folder: string, sha256: string): Promise<Buffer | undefined> {
  return readFile(pathOfImage(folder, sha256)).catch(() => undefined)
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}

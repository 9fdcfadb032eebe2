import { createHash, randomBytes } from 'node:crypto'

const newKeyBytes = 18

/** A key nobody could guess, for a camera to show. */
export function newKey(): string {
  return randomBytes(newKeyBytes).toString('base64url')
}

/** Keys are kept as their hashes. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

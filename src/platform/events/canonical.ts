import { hash, randomBytes } from 'node:crypto'

/** The value as JSON with sorted keys and no spaces, in the spirit of RFC 8785, so that equal values have equal bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}

export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

/** Salt keeps an erased body from being guessed back out of its hash. */
export function newSalt(): string {
  return randomBytes(16).toString('hex')
}

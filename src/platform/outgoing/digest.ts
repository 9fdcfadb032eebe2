import { createHash, randomBytes } from 'node:crypto'

export interface Credentials {
  readonly user: string
  readonly password: string
}

/** What a server asks for in `WWW-Authenticate: Digest` (RFC 7616). */
export interface Challenge {
  readonly realm: string
  readonly nonce: string
  readonly opaque: string | undefined
  readonly algorithm: Algorithm
  readonly qop: 'auth' | undefined
  readonly stale: boolean
}

interface Algorithm {
  readonly name: string
  readonly hash: 'md5' | 'sha256' | 'sha512-256'
  readonly isSession: boolean
}

const hashes: Readonly<Record<string, Algorithm['hash']>> = { 'MD5': 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' }
const strength: readonly Algorithm['hash'][] = ['md5', 'sha256', 'sha512-256']

/** The strongest challenge we can answer among those a server offers; undefined when there is none. */
export function challengeIn(header: string): Challenge | undefined {
  const offered = header.split(/(?=\bDigest\s)/i).filter((each) => /^Digest\s/i.test(each)).map(challengeOf).filter((each) => each !== undefined)
  return offered.sort((one, other) => strength.indexOf(other.algorithm.hash) - strength.indexOf(one.algorithm.hash))[0]
}

function challengeOf(text: string): Challenge | undefined {
  const fields = new Map([...text.matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.){0,500})"|([^\s,"]{1,500}))/gi)].map(([, name = '', quoted, bare]) => [name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '']))
  const algorithm = algorithmOf(fields.get('algorithm') ?? 'MD5')
  const [realm, nonce, qop] = [fields.get('realm'), fields.get('nonce'), fields.get('qop')]
  if (algorithm === undefined || realm === undefined || !nonce) return undefined
  const offersAuth = qop?.split(',').some((each) => each.trim().toLowerCase() === 'auth') === true
  // Only `auth-int` on offer means hashing bodies, which no camera asks for.
  if (qop !== undefined && !offersAuth) return undefined
  return { realm, nonce, algorithm, opaque: fields.get('opaque'), qop: offersAuth ? 'auth' : undefined, stale: fields.get('stale')?.toLowerCase() === 'true' }
}

function algorithmOf(name: string): Algorithm | undefined {
  const isSession = /-sess$/i.test(name)
  const hash = hashes[name.replace(/-sess$/i, '').toUpperCase()]
  return hash === undefined ? undefined : { name, hash, isSession }
}

export interface Asked {
  readonly method: string
  readonly uri: string
}

/** Answers one server's challenges; counts each use of a nonce, as the server does. */
export class Digest {
  readonly #credentials: Credentials
  readonly #newNonce: () => string
  #challenge: Challenge | undefined
  #uses = 0

  constructor(credentials: Credentials, newNonce: () => string = () => randomBytes(16).toString('hex')) {
    this.#credentials = credentials
    this.#newNonce = newNonce
  }

  /** True when this is a challenge worth answering: the first, or a new nonce for a stale one. */
  take(header: string): boolean {
    const challenge = challengeIn(header)
    if (challenge === undefined) return false
    const isWorthwhile = this.#challenge === undefined || challenge.stale || challenge.nonce !== this.#challenge.nonce
    this.#challenge = challenge
    this.#uses = 0
    return isWorthwhile
  }

  /** The `Authorization` header; undefined before the first challenge. */
  answer(asked: Asked): string | undefined {
    if (this.#challenge === undefined) return undefined
    this.#uses += 1
    return digestAnswer(this.#challenge, this.#credentials, { ...asked, count: this.#uses, cnonce: this.#newNonce() })
  }
}

/** RFC 7616 section 3.4; without `qop` the older form of RFC 2069, which some cameras still speak. */
export function digestAnswer({ realm, nonce, opaque, algorithm, qop }: Challenge, { user, password }: Credentials, { method, uri, count, cnonce }: Asked & { readonly count: number; readonly cnonce: string }): string {
  const hash = (text: string): string => createHash(algorithm.hash).update(text).digest('hex')
  const plain = hash(`${user}:${realm}:${password}`)
  const who = algorithm.isSession ? hash(`${plain}:${nonce}:${cnonce}`) : plain
  const what = hash(`${method}:${uri}`)
  const nc = count.toString(16).padStart(8, '0')
  const response = hash(qop === undefined ? `${who}:${nonce}:${what}` : `${who}:${nonce}:${nc}:${cnonce}:${qop}:${what}`)
  const fields = [
    `username=${quoted(user)}`, `realm=${quoted(realm)}`, `nonce=${quoted(nonce)}`, `uri=${quoted(uri)}`, `algorithm=${algorithm.name}`, `response="${response}"`,
    ...(qop === undefined ? [] : [`qop=${qop}`, `nc=${nc}`]),
    ...(qop === undefined && !algorithm.isSession ? [] : [`cnonce="${cnonce}"`]),
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
  ]
  return `Digest ${fields.join(', ')}`
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

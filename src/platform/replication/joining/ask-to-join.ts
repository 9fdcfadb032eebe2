import type { Clock } from '#platform/clock'
import { CannotStart } from '#platform/config'
import { joining } from '../line/acceptor.ts'
import type { Identity } from '../line/certificate.ts'
import { hearLine, sayLine } from '../line/one-line.ts'
import { openSecureLine } from '../line/secure-line.ts'
import { answered } from './joining-words.ts'
import type { Token } from './token.ts'

export interface Asking {
  readonly token: Token
  readonly identity: Identity
  readonly clock: Pick<Clock, 'now'>
  /** Where the centre will reach this port, and with what it may read its rows. */
  readonly host: string
  readonly linkPort: number
  readonly password: string
}

/** What a port knows once it has joined. */
export interface Admission {
  readonly name: string
  readonly zone: string
  readonly centreUrl: string
}

const why: Readonly<Record<string, string>> = {
  'token-unknown': 'it does not know this token, or has given out a newer one',
  'token-used': 'this token has been used already',
  'token-expired': 'this token has expired',
}

/** Shows the token to the centre that it names, and to nobody else: the token holds the fingerprint of that centre's certificate. */
export async function askToJoin({ token, identity, clock, host, linkPort, password }: Asking): Promise<Admission> {
  const line = openSecureLine({ peer: { host: token.host, port: token.linkPort, knows: (shown) => shown === token.fingerprint }, identity, purpose: joining, clock })
  try {
    sayLine(line, { port: token.port, secret: token.secret, host, linkPort, password })
    const answer = answered.parse(await hearLine(line))
    if ('refused' in answer) throw new CannotStart(`The centre does not let this port join: ${why[answer.refused] ?? answer.refused}. Ask it for a new token (juxta invite).`)
    const { name, zone } = answer
    return { name, zone, centreUrl: `postgresql://replicator:${encodeURIComponent(answer.password)}@${token.host}:${token.linkPort}/juxta?certificate=${token.fingerprint}` }
  } catch (fault) {
    if (fault instanceof CannotStart) throw fault
    throw new CannotStart(`The centre at ${token.host}:${token.linkPort} could not be asked (${fault instanceof Error ? fault.message : String(fault)}): does it run, and may this machine reach it?`)
  } finally {
    line.destroy()
  }
}

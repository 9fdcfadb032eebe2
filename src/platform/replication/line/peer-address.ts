import type { NetConnectOpts } from 'node:net'
import { connectTimeoutSeconds } from '../limits.ts'
import type { Fingerprint } from './certificate.ts'

/** Where a peer is reached, and by which certificate it is known. Without one its server is reached in clear or by its own TLS. */
export interface Peer {
  readonly host: string
  readonly port: number
  readonly fingerprint?: Fingerprint
}

export function peerOf(url: string): Peer {
  const { hostname, port, searchParams } = new URL(url)
  const fingerprint = searchParams.get('certificate')
  return { host: hostname, port: port === '' ? 5432 : Number(port), ...(fingerprint === null ? {} : { fingerprint }) }
}

/** Our own PostgreSQL as the acceptor reaches it: a socket in a folder, or a server with an address. */
export function ownServerOf(url: string): NetConnectOpts {
  const { hostname, port } = new URL(url)
  const host = decodeURIComponent(hostname)
  const place = port === '' ? 5432 : Number(port)
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${place}` } : { host, port: place }
}

/**
 * The peer's address in the words of PostgreSQL's own client, by way of our relay. `host` stays the peer's name, so that a
 * certificate can still be checked against it; `hostaddr` is where the connection really goes. Where the relay does TLS
 * itself, PostgreSQL is told not to ask for it a second time.
 */
export function connectionWords(url: string, relayPort: number): string {
  const { hostname, username, password, pathname, searchParams } = new URL(url)
  const own: Record<string, string> = searchParams.has('certificate') ? { sslmode: 'disable' } : {}
  const words: Record<string, string> = {
    host: hostname, hostaddr: '127.0.0.1', port: String(relayPort),
    user: decodeURIComponent(username), password: decodeURIComponent(password), dbname: decodeURIComponent(pathname.slice(1)),
    connect_timeout: String(connectTimeoutSeconds), ...own,
    ...Object.fromEntries([...searchParams].filter(([name]) => name !== 'certificate')),
  }
  return Object.entries(words).map(([name, value]) => `${name}='${value.replace(/[\\']/g, '\\$&')}'`).join(' ')
}

/** The same path for our own client, which looks at the peer before PostgreSQL is sent there. */
export function relayedUrl(url: string, relayPort: number): string {
  const relayed = new URL(url)
  relayed.hostname = '127.0.0.1'
  relayed.port = String(relayPort)
  relayed.searchParams.delete('certificate')
  return relayed.href
}

import { connectTimeoutSeconds } from './limits.ts'

/** Where a peer's database, or its acceptor, is reached. */
export interface Peer {
  readonly host: string
  readonly port: number
}

/** Where a peer's database really is. */
export function peerOf(url: string): Peer {
  const { hostname, port } = new URL(url)
  return { host: hostname, port: port === '' ? 5432 : Number(port) }
}

/**
 * The peer's address in the words of PostgreSQL's own client, by way of our relay. `host` stays the peer's name, so that a
 * certificate can still be checked against it; `hostaddr` is where the connection really goes.
 */
export function connectionWords(url: string, relayPort: number): string {
  const { hostname, username, password, pathname, searchParams } = new URL(url)
  const words: Record<string, string> = {
    host: hostname, hostaddr: '127.0.0.1', port: String(relayPort),
    user: decodeURIComponent(username), password: decodeURIComponent(password), dbname: decodeURIComponent(pathname.slice(1)),
    connect_timeout: String(connectTimeoutSeconds),
    ...Object.fromEntries(searchParams),
  }
  return Object.entries(words).map(([name, value]) => `${name}='${value.replace(/[\\']/g, '\\$&')}'`).join(' ')
}

/** The same path for our own client, which looks at the peer before PostgreSQL is sent there. */
export function relayedUrl(url: string, relayPort: number): string {
  const relayed = new URL(url)
  relayed.hostname = '127.0.0.1'
  relayed.port = String(relayPort)
  return relayed.href
}

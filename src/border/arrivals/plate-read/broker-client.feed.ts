import { connect, type IClientOptions } from 'mqtt'
import { messageMaxBytes } from './limits.ts'

export interface BrokerTopic {
  readonly url: string
  readonly topic: string
  /** Stays the same, so that the broker keeps what is published while we are away. */
  readonly clientId: string
  /** Settles once the message is on disk. */
  readonly receive: (message: Uint8Array) => Promise<void>
  readonly onFault: (what: string, fault: unknown) => void
}

const reconnectEveryMs = 2000

/** Asks a broker for a topic with QoS 1; each message is acknowledged to the broker once it is on disk, so what we never stored comes again. */
export function followTopic({ url, topic, clientId, receive, onFault }: BrokerTopic): { close(): Promise<void> } {
  const client = connect(url, { clientId, clean: false, reconnectPeriod: reconnectEveryMs, resubscribe: true, ...credentials() })
  client.handleMessage = (packet, done) => {
    const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload)
    if (payload.length > messageMaxBytes) return done()
    receive(enveloped(packet.topic, payload)).then(() => done(), (fault: unknown) => done(fault instanceof Error ? fault : new Error(String(fault))))
    return undefined
  }
  client.on('connect', () => client.subscribe(topic, { qos: 1 }, (fault) => {
    if (fault !== null) onFault(`The broker would not give ${topic}`, fault)
  }))
  client.on('error', (fault) => onFault('The broker refused us', fault))
  return { close: async () => client.endAsync(true) }
}

/** A broker's password is the port's, not the camera's: it is given to the process and never written to the register. */
function credentials(): Pick<IClientOptions, 'username' | 'password'> {
  const { JUXTA_BROKER_USER: username, JUXTA_BROKER_PASSWORD: password } = process.env
  return { ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }) }
}

/** The topic is part of what an ONVIF message says, so it is kept with it; what is not JSON is kept as it came. */
function enveloped(topic: string, payload: Buffer): Uint8Array {
  const start = payload.toString('latin1', 0, 64).trimStart()
  if (!start.startsWith('{')) return payload
  return Buffer.concat([Buffer.from(`{"topic":${JSON.stringify(topic)},"payload":`), payload, Buffer.from('}')])
}

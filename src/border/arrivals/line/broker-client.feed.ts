import { isIP } from 'node:net'
import { connect, type MqttClient } from 'mqtt'
import { resolveTarget, type AddressRule, type Credentials } from '#platform/outgoing'
import { messageMaxBytes } from '../plate-read/limits.ts'
import { keepTrying } from './keep-trying.feed.ts'
import { LineFault } from './line-fault.ts'
import type { Line, LineEnds } from './line.ts'

export interface BrokerTopic extends LineEnds {
  readonly link: { readonly url: string; readonly topic: string }
  readonly credentials: Credentials | undefined
  readonly isAllowed: AddressRule
}

/** A broker that is not asked for anything in this time closes the connection (MQTT's keep-alive); the client asks by itself. */
const keepAliveSeconds = 30
const connectMs = 10_000
const schemes: Readonly<Record<string, 'mqtt' | 'mqtts'>> = { mqtt: 'mqtt', mqtts: 'mqtts' }

/** Asks a broker for a topic with QoS 1; each message is acknowledged to the broker once it is on disk, so what we never stored comes again. */
export function followTopic(topic: BrokerTopic): Line {
  return keepTrying((signal, up) => whileConnected(topic, signal, up), topic.told)
}

async function whileConnected({ cameraId, link, credentials, isAllowed, receive, heard }: BrokerTopic, signal: AbortSignal, up: () => void): Promise<void> {
  const { scheme, host, port, address } = await resolveTarget(withPort(link.url), Object.keys(schemes), isAllowed)
  const client = connect({
    // The same each time, so that the broker keeps what is published while we are away.
    clientId: `juxta-${cameraId}`, clean: false, protocol: schemes[scheme] ?? 'mqtt', host: address, port,
    keepalive: keepAliveSeconds, connectTimeout: connectMs, reconnectPeriod: 0,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(credentials === undefined ? fromEnvironment() : { username: credentials.user, password: credentials.password }),
  })
  client.handleMessage = (packet, done) => {
    heard()
    const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload)
    if (payload.length > messageMaxBytes) return done()
    receive(enveloped(packet.topic, payload)).then(() => done(), (fault: unknown) => done(fault instanceof Error ? fault : new Error(String(fault))))
    return undefined
  }
  try {
    await untilClosed(client, { topic: link.topic, signal, up, heard })
  } finally {
    await client.endAsync(true)
  }
}

interface Following {
  readonly topic: string
  readonly signal: AbortSignal
  readonly up: () => void
  readonly heard: () => void
}

function untilClosed(client: MqttClient, { topic, signal, up, heard }: Following): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
    client.on('connect', () => client.subscribe(topic, { qos: 1 }, (fault) => {
      if (fault === null) up()
      else reject(new LineFault('credentials-refused', `the broker would not give ${topic}: ${fault.message}`))
    }))
    client.on('packetreceive', heard)
    // MQTT 3.1.1 return codes 4 and 5: wrong user or password, not authorised.
    client.on('error', (fault) => reject('code' in fault && (fault.code === 4 || fault.code === 5) ? new LineFault('credentials-refused', fault.message) : new LineFault('unreachable', fault.message)))
    client.on('close', () => reject(new LineFault('ended', 'the broker ended the connection')))
  })
}

/** Brokers are mostly written without their usual port. */
function withPort(url: string): string {
  if (/:\d+$/.test(url)) return url
  return `${url}:${url.startsWith('mqtts:') ? 8883 : 1883}`
}

/** For a broker whose password is the port's and not a camera's: given to the process, and used where the camera has none of its own. */
function fromEnvironment() {
  const { JUXTA_BROKER_USER: username, JUXTA_BROKER_PASSWORD: password } = process.env
  return { ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }) }
}

/** The topic is part of what an ONVIF message says, so it is kept with it; what is not JSON is kept as it came. */
function enveloped(topic: string, payload: Buffer): Uint8Array {
  const start = payload.toString('latin1', 0, 64).trimStart()
  if (!start.startsWith('{')) return payload
  return Buffer.concat([Buffer.from(`{"topic":${JSON.stringify(topic)},"payload":`), payload, Buffer.from('}')])
}

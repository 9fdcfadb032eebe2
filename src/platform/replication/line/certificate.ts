import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { epochMsOf, instantOfEpochMs, type Instant } from '#values'

/** What a site shows to the others. It is signed by itself: the others know it by its fingerprint, not by who vouches for it. */
export interface Identity {
  readonly keyPem: string
  readonly certificatePem: string
  readonly fingerprint: Fingerprint
}

/** SHA-256 over the certificate, 64 hexadecimal digits. */
export type Fingerprint = string

/** For whom, and for how long. */
export interface Wanted {
  readonly name: string
  readonly from: Instant
  readonly until: Instant
}

/** Makes a key and an X.509 certificate (RFC 5280, Ed25519 by RFC 8410). Node can read certificates and cannot make them. */
export function makeIdentity(wanted: Wanted): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const toSign = certificateBody(wanted, publicKey)
  const der = sequence(toSign, ed25519, bitString(sign(null, toSign, privateKey)))
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: new X509Certificate(der).toString(),
    fingerprint: fingerprintOf(der),
  }
}

export function fingerprintOf(der: Uint8Array): Fingerprint {
  return createHash('sha256').update(der).digest('hex')
}

/** The moment after which nobody takes this certificate any more. */
export function expiryOf(certificate: X509Certificate): Instant {
  return instantOfEpochMs(certificate.validToDate.getTime())
}

export function isInForce(certificate: X509Certificate, at: Instant): boolean {
  const nowMs = epochMsOf(at)
  return certificate.validFromDate.getTime() <= nowMs && nowMs < certificate.validToDate.getTime()
}

function certificateBody({ name, from, until }: Wanted, publicKey: KeyObject): Buffer {
  const subject = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))))
  return sequence(
    version3, der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])), ed25519,
    subject, sequence(timeOf(from), timeOf(until)), subject,
    publicKey.export({ type: 'spki', format: 'der' }), notAnAuthority,
  )
}

const ed25519 = Buffer.from('300506032b6570', 'hex')
const commonName = Buffer.from('0603550403', 'hex')
/** TLS 1.3 takes X.509 version 3 only, which is written as 2. */
const version3 = Buffer.from('a003020102', 'hex')
/** Basic constraints, critical and empty: this certificate vouches for no other. */
const notAnAuthority = Buffer.from('a310300e300c0603551d130101ff04023000', 'hex')

/** Every moment as GeneralizedTime would be refused before 2050, and as UTCTime cannot be written after it. */
function timeOf(moment: Instant): Buffer {
  const digits = moment.slice(0, 19).replace(/[-T:]/g, '')
  return digits < '2050' ? der(0x17, Buffer.from(`${digits.slice(2)}Z`)) : der(0x18, Buffer.from(`${digits}Z`))
}

function bitString(bytes: Uint8Array): Buffer {
  return der(0x03, Buffer.concat([Buffer.from([0]), bytes]))
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

/** Tag, length, content, as ASN.1's distinguished encoding wants them; nothing here is longer than 65,535 bytes. */
function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

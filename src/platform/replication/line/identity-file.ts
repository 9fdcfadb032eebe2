import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cannotWrite } from '#platform/config'
import { hoursAfter, type Instant } from '#values'
import { certificateDays, clockToleranceHours } from '../limits.ts'
import { fingerprintOf, makeIdentity, type Identity } from './certificate.ts'

/** The site's key and certificate, made the first time they are asked for. */
export async function identityIn(siteFolder: string, name: string, now: Instant): Promise<Identity> {
  return (await readIdentity(shownIn(siteFolder))) ?? make(shownIn(siteFolder), name, now)
}

/** The one it will show next, once its peers know of it; made the first time it is asked for. */
export async function nextIdentityIn(siteFolder: string, name: string, now: Instant): Promise<Identity> {
  return (await readIdentity(nextIn(siteFolder))) ?? make(nextIn(siteFolder), name, now)
}

/** From now on the next one is the one it shows. */
export async function takeNextIdentity(siteFolder: string): Promise<void> {
  await rename(nextIn(siteFolder), shownIn(siteFolder))
}

const shownIn = (siteFolder: string): string => join(siteFolder, 'link', 'identity.pem')
const nextIn = (siteFolder: string): string => join(siteFolder, 'link', 'next-identity.pem')

/** Key and certificate stand in one file, so that one is never put in the place of its predecessor without the other. */
async function make(file: string, name: string, now: Instant): Promise<Identity> {
  const identity = makeIdentity({ name, from: hoursAfter(-clockToleranceHours, now), until: hoursAfter(certificateDays * 24, now) })
  try {
    await mkdir(join(file, '..'), { recursive: true, mode: 0o755 })
    await writeFile(`${file}.part`, identity.keyPem + identity.certificatePem, { mode: 0o600 })
    await rename(`${file}.part`, file)
  } catch (fault) {
    throw cannotWrite(file, fault)
  }
  return identity
}

async function readIdentity(file: string): Promise<Identity | undefined> {
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept === undefined) return undefined
  const certificateAt = kept.indexOf('-----BEGIN CERTIFICATE')
  const certificatePem = kept.slice(certificateAt)
  return { keyPem: kept.slice(0, certificateAt), certificatePem, fingerprint: fingerprintOf(new X509Certificate(certificatePem).raw) }
}

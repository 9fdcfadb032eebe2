import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cannotWrite } from '#platform/config'
import { hoursAfter, type Instant } from '#values'
import { certificateDays, clockToleranceHours } from '../limits.ts'
import { fingerprintOf, makeIdentity, type Identity } from './certificate.ts'

/** The site's key and certificate, made the first time they are asked for. */
export async function identityIn(siteFolder: string, name: string, now: Instant): Promise<Identity> {
  const folder = join(siteFolder, 'link')
  const kept = await readIdentity(folder)
  if (kept !== undefined) return kept
  const identity = makeIdentity({ name, from: hoursAfter(-clockToleranceHours, now), until: hoursAfter(certificateDays * 24, now) })
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    await writeFile(join(folder, 'key.pem'), identity.keyPem, { mode: 0o600 })
    await writeFile(join(folder, 'certificate.pem'), identity.certificatePem)
  } catch (fault) {
    throw cannotWrite(folder, fault)
  }
  return identity
}

async function readIdentity(folder: string): Promise<Identity | undefined> {
  const [keyPem, certificatePem] = await Promise.all(['key.pem', 'certificate.pem'].map((name) => readFile(join(folder, name), 'utf8').catch(() => undefined)))
  if (keyPem === undefined || certificatePem === undefined) return undefined
  return { keyPem, certificatePem, fingerprint: fingerprintOf(new X509Certificate(certificatePem).raw) }
}

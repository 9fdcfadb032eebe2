import { X509Certificate } from 'node:crypto'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import { secondsBetween, type Instant, type Site } from '#values'
import { expiryOf, type Fingerprint, type Identity } from '../line/certificate.ts'
import { identityIn, nextIdentityIn, takeNextIdentity } from '../line/identity-file.ts'
import type { SecurePeer } from '../line/secure-line.ts'
import { renewDaysBefore, showAnywayDaysBefore } from '../limits.ts'
import { announceNext } from './renewal-words.ts'

export interface IdentityPlan {
  readonly folder: string
  readonly site: Site
  readonly clock: Clock
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Those who know this site by its certificate. */
  peers(): ReadonlyMap<Site, SecurePeer>
  /** Called when the site begins to show another one. */
  onShown(identity: Identity): void
}

/** How far the renewal of a certificate has come. */
export interface Renewal {
  readonly until: Instant
  /** The next one, while peers are being told of it. */
  readonly next?: Fingerprint
  /** Who has been told. */
  readonly told: ReadonlySet<Site>
}

/** What a site shows, renewed before it ends. */
export interface KeptIdentity {
  shown(): Identity
  renewal(): Renewal
  /** Does what is due: nothing for two years, and then tells every peer which certificate comes next before it is shown. */
  renew(): Promise<void>
}

export async function keepIdentity(plan: IdentityPlan): Promise<KeptIdentity> {
  const { folder, site, clock, log } = plan
  const told = new Set<Site>()
  let shown = await identityIn(folder, site, clock.now())
  let next: Identity | undefined
  const renew = async (): Promise<void> => {
    const daysLeft = secondsBetween(clock.now(), untilOf(shown)) / secondsPerDay
    if (daysLeft > renewDaysBefore) return
    next ??= await nextIdentityIn(folder, site, clock.now())
    const untold = await tellAll(plan, { shown, next, told })
    if (untold.length > 0 && daysLeft > showAnywayDaysBefore) return
    await takeNextIdentity(folder)
    log.info({ untold, until: untilOf(next) }, 'the certificate of this site was renewed')
    shown = next
    next = undefined
    told.clear()
    plan.onShown(shown)
  }
  return { shown: () => shown, renew, renewal: () => ({ until: untilOf(shown), told, ...(next && { next: next.fingerprint }) }) }
}

const secondsPerDay = 86_400

function untilOf({ certificatePem }: Identity): Instant {
  return expiryOf(new X509Certificate(certificatePem))
}

interface Telling {
  readonly shown: Identity
  readonly next: Identity
  readonly told: Set<Site>
}

/** Tells those who have not heard of it, and answers who could not be told. */
async function tellAll({ peers, clock, log }: IdentityPlan, { shown, next, told }: Telling): Promise<readonly Site[]> {
  for (const [site, peer] of peers()) {
    if (told.has(site)) continue
    await announceNext({ peer, identity: shown, next: next.fingerprint, clock }).then(() => told.add(site), (fault: unknown) => log.warn({ peer: site, why: String(fault) }, 'a peer could not be told of the next certificate'))
  }
  return [...peers().keys()].filter((site) => !told.has(site))
}

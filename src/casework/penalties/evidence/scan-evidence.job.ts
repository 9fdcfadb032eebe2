import { sweeping, type Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Scanner } from '#platform/virus-scan'
import type { Feed } from '#platform/web'
import { epochMsOf, instantOfEpochMs, type By } from '#values'
import { evidenceScannedAtOnce, scanSweepMs, scanTriedAgainAfterMinutes } from '../limits.ts'
import { bytesToScan, hashesToScan, keepScan } from './scan.store.ts'

interface Scanning {
  readonly db: Database
  readonly clock: Clock
  readonly scanner: Scanner
}

/** Looks at what no scanner has seen, and at everything again when the definitions have changed. True while there may be more. */
export async function scanEvidence({ db, clock, scanner }: Scanning): Promise<boolean> {
  const definitions = await scanner.definitions()
  const failedBefore = instantOfEpochMs(epochMsOf(clock.now()) - scanTriedAgainAfterMinutes * 60_000)
  const hashes = await hashesToScan(db, { definitions, failedBefore, most: evidenceScannedAtOnce })
  for (const sha256 of hashes) {
    const bytes = await bytesToScan(db, sha256)
    if (bytes !== undefined) await keepScan(db, sha256, await scanner.scan(bytes), { definitions, by: machine(clock) })
  }
  return hashes.length === evidenceScannedAtOnce
}

function machine(clock: Clock): By {
  return { officerId: 'virus-scanner', name: 'Virus scanner', role: 'machine', site: 'centre', at: clock.now(), reason: 'Every file is scanned' }
}

/** The scanner of the centre. While it is away files wait unscanned, which their pages say, and the log names it at each sweep. */
export function evidenceScans(scanner: Scanner): Feed {
  return {
    name: 'virus-scan',
    mount: (part, { db, clock, onFault }) => {
      const work = sweeping(async () => {
        if (await scanEvidence({ db, clock, scanner })) work.soon()
      }, scanSweepMs, (fault) => onFault?.(fault, 'virus-scan'))
      part.addHook('onClose', () => work.close())
    },
  }
}

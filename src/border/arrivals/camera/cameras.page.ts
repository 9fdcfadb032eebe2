import { dayOf, paris, secondsBetween, siteName, type Instant, type Site } from '#values'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { countQuarantined } from '../plate-read/quarantine.store.ts'
import { keepCameras, seeCameras, understandMessages } from '../rights.ts'
import { cameraHealth } from './camera.store.ts'
import { silentAfterSeconds } from './limits.ts'
import { makerName } from './maker-words.ts'

/** Is every camera heard, and is what it says understood? */
export const camerasPage = page({
  path: '/cameras',
  right: seeCameras,
  template: 'border/arrivals/camera/cameras.njk',
  show: async (_input, ctx) => {
    const { db, site, officer, clock } = ctx
    const cameras = await cameraHealth(db, site, dayOf(clock.now(), paris))
    return {
      cameras: cameras.map((camera) => ({ ...camera, makerName: makerName(camera.maker, ctx.words), siteName: siteName(camera.site), counts: countsOf(camera), ...standing(camera, ctx) })),
      quarantined: site === 'centre' ? 0 : await countQuarantined(db, site),
      isPort: site !== 'centre',
      mayKeep: may(officer, keepCameras) && site !== 'centre',
      mayUnderstand: may(officer, understandMessages),
      now: clock.now(),
    }
  },
})

interface Heard {
  readonly site: Site
  readonly state: 'in-use' | 'retired'
  readonly last_seen_at: Instant | null
  readonly reads: number | null
  readonly ignored: number | null
  readonly duplicates: number | null
  readonly quarantined: number | null
}

function countsOf({ reads, ignored, duplicates, quarantined }: Heard) {
  return { reads: reads ?? 0, ignored: ignored ?? 0, duplicates: duplicates ?? 0, quarantined: quarantined ?? 0 }
}

/** A lane can be closed, so silence is something to look at, not yet a fault. */
function standing({ state, last_seen_at: at }: Heard, { clock, words }: PageContext) {
  if (state === 'retired') return { standing: words('Retired', 'Retirée'), kind: 'quiet' }
  if (at === null) return { standing: words('Never heard', 'Jamais entendue'), kind: 'look' }
  const silentSeconds = Math.max(0, secondsBetween(at, clock.now()))
  return silentSeconds > silentAfterSeconds
    ? { standing: words(`Silent for ${inWords(silentSeconds)}`, `Muette depuis ${inWords(silentSeconds)}`), kind: 'look' }
    : { standing: words('Heard', 'Entendue'), kind: 'done' }
}

function inWords(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}

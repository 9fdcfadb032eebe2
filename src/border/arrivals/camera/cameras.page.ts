import { dayOf, paris, secondsBetween, siteName, type Instant, type Site } from '#values'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { countQuarantined } from '../plate-read/quarantine.store.ts'
import { keepCameras, seeCameras, understandMessages } from '../rights.ts'
import { cameraFaults } from './camera-faults.ts'
import { cameraHabits, type CameraHabit } from './camera-habit.store.ts'
import { cameraHealth } from './camera.store.ts'
import { faultSentence, lengthOfTime } from './fault-words.ts'
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
    const habits = await cameraHabits(db, site, clock.now())
    const seen = cameras.map((camera) => ({ ...camera, makerName: makerName(camera.maker, ctx.words), siteName: siteName(camera.site), counts: countsOf(camera), ...standing(camera, habits.get(camera.id), ctx) }))
    return {
      cameras: seen,
      faulty: seen.filter(({ faults }) => faults.length > 0).length,
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

/** A lane can be closed, so silence is something to look at, and a fault only where the camera's own habit says so. */
function standing({ state, last_seen_at: at }: Heard, habit: CameraHabit | undefined, { clock, words }: PageContext) {
  if (state === 'retired') return { standing: words('Retired', 'Retirée'), kind: 'quiet', faults: [] }
  if (at === null) return { standing: words('Never heard', 'Jamais entendue'), kind: 'look', faults: [] }
  const silentSeconds = Math.max(0, secondsBetween(at, clock.now()))
  const found = cameraFaults({ silentSeconds, gaps: habit?.gaps ?? 0, usualGapSeconds: habit?.usual_gap_seconds ?? null, clockReads: habit?.clock_reads ?? 0, clockAheadSeconds: habit?.clock_ahead_seconds ?? null })
  const faults = found.map((fault) => faultSentence(fault, words))
  if (faults.length > 0) return { standing: words('Fault', 'Défaut'), kind: 'look', faults }
  const silent = lengthOfTime(silentSeconds)
  return silentSeconds > silentAfterSeconds
    ? { standing: words(`Silent for ${silent}`, `Muette depuis ${silent}`), kind: 'look', faults }
    : { standing: words('Heard', 'Entendue'), kind: 'done', faults }
}

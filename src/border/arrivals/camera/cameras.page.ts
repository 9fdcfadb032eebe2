import { isPort, siteName, sites } from '#values'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { countQuarantined } from '../plate-read/quarantine.store.ts'
import { keepCameras, seeCameras, understandMessages } from '../rights.ts'
import { cameraHealth } from './camera-health.store.ts'
import { healthView } from './health-view.page.ts'

/** Is every camera heard, and is what it says understood? At a port its own cameras, at the centre those of every port. */
export const camerasPage = page({
  path: '/cameras',
  right: seeCameras,
  template: 'border/arrivals/camera/cameras.njk',
  show: async (_input, ctx) => {
    const { db, site, officer, clock } = ctx
    const seen = (await cameraHealth(db, site, clock.now())).map((camera) => healthView(camera, ctx))
    const inUse = seen.filter(({ state }) => state === 'in-use')
    return {
      places: sites.filter((at) => isPort(at) && seen.some((camera) => camera.site === at)).map((at) => ({ site: at, name: siteName(at), cameras: faultyFirst(seen.filter((camera) => camera.site === at)) })),
      counts: { inUse: inUse.length, faulty: inUse.filter(({ faults }) => faults.length > 0).length, reads: inUse.reduce((sum, { hour }) => sum + hour.reads, 0) },
      quarantined: isPort(site) ? await countQuarantined(db, site) : undefined,
      isPort: isPort(site),
      mayKeep: may(officer, keepCameras) && isPort(site),
      mayUnderstand: may(officer, understandMessages),
      now: clock.now(),
    }
  },
})

function faultyFirst<Camera extends { readonly faults: readonly string[]; readonly state: string }>(cameras: readonly Camera[]): readonly Camera[] {
  const order = ({ faults, state }: Camera): number => (state === 'retired' ? 2 : faults.length > 0 ? 0 : 1)
  return cameras.toSorted((one, other) => order(one) - order(other))
}

import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { onlyWithin, privateRanges } from '#platform/outgoing'
import { sealingOf } from '#platform/secrets'
import type { Feed, Host } from '#platform/web'
import { siteLines } from '../line/site-lines.feed.ts'
import { cameraEvents } from './camera-events.feed.ts'
import { startIntake } from './intake.feed.ts'
import type { OnReads } from './plate-read.ts'

/** Where a site keeps the messages not yet in its database. */
export function spoolFolder(dataDir: string, site: string): string {
  return join(dataDir, 'cameras', site, 'spool')
}

/** Where a site keeps the pictures of its own cameras. */
export function imageFolder(dataDir: string, site: string): string {
  return join(dataDir, 'cameras', site, 'images')
}

/** Listens to cameras at a port and hands each kept read on; the centre has no cameras, so there nothing is mounted. */
export function cameraFeed(onReads: (host: Host) => OnReads): Feed {
  return {
    name: 'cameras',
    mount: async (part: FastifyInstance, host) => {
      const { db, site, clock, dataDir } = host
      if (site === 'centre' || host.audience === 'public') return
      const onFault = (what: string, fault: unknown): void => host.onFault?.(new Error(what, { cause: fault }), `cameras at ${site}`)
      const intake = await startIntake({ db, site, clock, onFault, onReads: onReads(host), disk: host.disk, onRefusing: (is) => host.conditions?.say('cameras-refused', is), spoolDir: spoolFolder(dataDir, site), imageDir: imageFolder(dataDir, site) })
      host.watch?.('intake', async () => intake.fault())
      const lines = siteLines({
        db, site, clock, onFault,
        sealing: await sealingOf(dataDir),
        isAllowed: cameraNetworks(process.env['JUXTA_CAMERA_NETWORKS']),
        // Its address, its line or the broker's own guard stands in for the key.
        receive: (cameraId, bytes, contentType) => intake.receive({ cameraId, contentType, keyChecked: true, bytes }),
      })
      part.addHook('onClose', async () => {
        await lines.close()
        await intake.close()
      })
      cameraEvents(part, intake)
    },
  }
}

/** Where cameras may be asked: the networks that whoever runs the port has named, or else the private ones. Anything else is refused. */
function cameraNetworks(named: string | undefined) {
  return onlyWithin(named === undefined || named === '' ? privateRanges : named.split(','))
}

import { connect } from '#platform/database'
import { systemClock } from '#platform/clock'
import { buildApp } from '#platform/web'
import { cameraFeed } from '../../src/border/arrivals/plate-read/camera-intake.feed.ts'

/** A port that only listens to cameras, as a process of its own that a test can kill. */
const [databaseUrl = '', dataDir = ''] = process.argv.slice(2)
const { db } = connect(databaseUrl)
const app = await buildApp({ site: 'calais', db, databaseUrl, clock: systemClock, mode: 'production', dataDir, publicUrl: 'http://localhost', wirings: [{ feeds: [cameraFeed(() => async () => {})] }] })
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }))
process.on('disconnect', () => process.exit())

import { systemClock } from '#platform/clock'
import { connect } from '#platform/database'
import { buildApp } from '#platform/web'
import { onReads } from '../../src/border/arrivals/crossing/on-reads.feed.ts'
import { watchHits } from '../../src/border/arrivals/hit/watch-hits.feed.ts'
import { cameraFeed } from '../../src/border/arrivals/plate-read/camera-intake.feed.ts'

/** A port from its cameras to its hits, without boards, links or a database of its own, as a process that can be killed every second. */
const [databaseUrl = '', dataDir = ''] = process.argv.slice(2)
const { db } = connect(databaseUrl)
const app = await buildApp({ site: 'calais', db, databaseUrl, clock: systemClock, mode: 'production', dataDir, publicUrl: 'http://localhost', wirings: [{ feeds: [cameraFeed(onReads), watchHits] }] })
process.send?.(await app.listen({ port: Number(process.env['FAULTS_PORT']), host: '127.0.0.1' }))
process.on('disconnect', () => process.exit())

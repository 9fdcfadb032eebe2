import fastify from 'fastify'
import { systemClock } from '#platform/clock'
import { connect } from '#platform/database'
import type { Host } from '#platform/web'
import { noticeHub } from '../../src/platform/web/notice-hub.ts'
import { onReads } from '../../src/border/arrivals/crossing/on-reads.feed.ts'
import { cameraFeed } from '../../src/border/arrivals/plate-read/camera-intake.feed.ts'

/** A port from its cameras to its hits, without pages, links or a database of its own, as a process that can be killed every second. */
const [databaseUrl = '', dataDir = ''] = process.argv.slice(2)
const { db } = connect(databaseUrl)
const host = { site: 'calais', audience: 'staff', db, databaseUrl, dataDir, clock: systemClock, hub: noticeHub(databaseUrl), onFault: () => {} } as unknown as Host
const app = fastify()
await app.register(async (part) => cameraFeed(onReads).mount(part, host))
process.send?.(await app.listen({ port: Number(process.env['FAULTS_PORT']), host: '127.0.0.1' }))
process.on('disconnect', () => process.exit())

import assert from 'node:assert/strict'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { systemClock } from '#platform/clock'
import { aConnection } from '#test/database'
import { enrolCameras } from '../camera/enrol-cameras.feed.ts'

const program = fileURLToPath(new URL('../../../../test/support/camera-port.ts', import.meta.url))
const messages = 600
const crashes = 4

const { db, url } = await aConnection()
const folder = await mkdtemp(join(tmpdir(), 'juxta-crash-'))
await enrolCameras(db, { officerId: 'test', name: 'Test', role: 'duty-officer-uk', site: 'calais', at: systemClock.now() }, [{ id: 'calais-1-front', name: 'Lane 1', maker: 'openalpr', lane: '1', key: 'k' }])

async function startPort(): Promise<{ child: ChildProcess; address: string }> {
  const child = fork(program, [url, folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [address] = await once(child, 'message') as [string]
  return { child, address }
}

/** True once the port said that it has the message. */
async function post(address: string, index: number): Promise<boolean> {
  const body = JSON.stringify({ data_type: 'alpr_group', uuids: [`vehicle-${index}`], best_plate_number: `KX${10_000 + index}`, epoch_start: 1773463338000 + index, vehicle_crop_jpeg: Buffer.alloc(900, index).toString('base64') })
  return fetch(`${address}/cameras/calais-1-front/events?key=k`, { method: 'POST', body }).then(({ ok }) => ok, () => false)
}

test(`killed ${crashes} times in the middle of ${messages} messages, a port loses none it acknowledged and doubles none`, async () => {
  const acknowledged = new Set<number>()
  let crashed = 0
  let port = await startPort()
  for (let from = 0; acknowledged.size < messages; from = (from + 40) % messages) {
    const batch = Array.from({ length: 40 }, (_, at) => (from + at) % messages)
    const posts = batch.map(async (index) => void (await post(port.address, index) && acknowledged.add(index)))
    if (crashed < crashes && from % 120 === 80) {
      crashed++
      // While half of them are on their way, in the spool, or in a transaction.
      await Promise.race(posts)
      port.child.kill('SIGKILL')
      await Promise.all(posts)
      port = await startPort()
    }
    await Promise.all(posts)
  }
  const counted = async () => (await sql<{ reads: number; plates: number }>`select count(*)::int as reads, count(distinct plate)::int as plates from arrivals.plate_read`.execute(db)).rows[0]
  for (let tries = 0; tries < 200 && ((await counted())?.plates ?? 0) < messages; tries++) await new Promise((resolve) => setTimeout(resolve, 25))
  port.child.kill('SIGKILL')
  assert.equal(crashed, crashes)
  assert.deepEqual(await counted(), { reads: messages, plates: messages })
  const { rows: [shown] } = await sql<{ images: number }>`select count(*)::int as images from arrivals.image`.execute(db)
  assert.equal(shown?.images, messages)
})

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { systemClock } from '#platform/clock'
import { foldHistory, verifyChain } from '#platform/events'
import { daysAfter } from '#values'
import { aReleaseWorld, loggedMessages } from '#test/released'
import { itemId, items, readItem } from './item.store.ts'

/** A small sample in the suite; RELEASE_KILLS=200 is the whole. */
const kills = Number(process.env['RELEASE_KILLS'] ?? 2)

const program = fileURLToPath(new URL('../../../../test/support/sending-process.ts', import.meta.url))
const world = await aReleaseWorld()
const { db, url, partner, partnerId, seed } = world
const today = systemClock.today()
const days = { startsOn: daysAfter(-1, today), lastDayOn: daysAfter(60, today), reviewOn: today }
world.clock.set(systemClock.now())
await world.agree({ kinds: ['entry'], validFrom: daysAfter(-1, today), validTo: daysAfter(90, today), handlings: ['check'] })

/** Runs the sender until this many messages have come, then ends it as a power cut would. */
async function sendUntil(arrived: number): Promise<void> {
  const child = spawn(process.execPath, [program, url, seed.toString('hex'), new URL(partner.address).origin], { stdio: ['ignore', 'pipe', 'inherit'] })
  const deadline = performance.now() + 60_000
  while (partner.arrived.length < arrived && performance.now() < deadline) await pause(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe(`a sender killed ${kills} times while it sends`, () => {
  test('loses nothing, sends nothing without a row in the log, and never the canaries', { timeout: 120_000 + kills * 20_000 }, async () => {
    const told: string[] = []
    const never: string[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      for (let number = 0; number < 6; number += 1) told.push(await world.list(`K${kill}T${number}AB`, days))
      const canary = await world.list(`Z${kill}CANARY`, days)
      never.push(canary)
      await world.mark('fr-only', canary)
      never.push(await world.list(`Z${kill}OBSERVE`, { ...days, handling: 'observe' }))
      await sendUntil(partner.arrived.length + 1 + (kill % 5))
    }
    world.clock.set(systemClock.now())
    await world.settle()
    const logged = await loggedMessages(db)
    assert.deepEqual(partner.arrived.filter(({ id }) => !logged.has(id)), [], 'every message that came is in the log')
    const stages = new Set(await Promise.all(told.map(async (id) => (await readItem(db, itemId(partnerId, 'entry', id)))?.stage)))
    assert.deepEqual([...stages], ['released'])
    assert.deepEqual(told.filter((id) => !partner.held().has(itemId(partnerId, 'entry', id))), [])
    assert.deepEqual(never.filter((id) => partner.arrived.some(({ item, type }) => type === 'release' && item === itemId(partnerId, 'entry', id))), [])
    for (const id of told) assert.deepEqual(await foldHistory(db, items, itemId(partnerId, 'entry', id)), await readItem(db, itemId(partnerId, 'entry', id)))
    assert.equal((await verifyChain(db, 'centre')).broken, undefined)
  })
})

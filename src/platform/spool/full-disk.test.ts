import assert from 'node:assert/strict'
import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { notPermitted, smallDisk } from '../../../test/faults/small-disk.ts'
import { reserveBytes } from './limits.ts'
import { SpoolRefused } from './refused.ts'
import { openSpool, type Spool } from './spool.ts'

const megabyte = 1024 * 1024
const disk = await smallDisk(48)

/** Each begins with its number, so that what comes back can be told apart. */
const entry = (number: number): Buffer => Buffer.alloc(megabyte, String(number).padStart(4, '0'))

describe('a spool on a full disk', { skip: disk === undefined ? notPermitted : false }, () => {
  const folder = join(disk?.folder ?? '', 'spool')
  const filler = join(disk?.folder ?? '', 'something-else')
  let spool: Spool
  let appended = 0
  after(async () => {
    await spool.close()
    await disk?.remove()
  })

  const open = async (): Promise<Spool> => openSpool({ folder, newId: () => 'this-spool', onDurable: () => {}, onDamage: (start) => assert.fail(`damage at ${start}`) })
  const append = async (): Promise<void> => {
    await spool.append(entry(appended))
    appended += 1
  }
  async function fill(): Promise<void> {
    for (let bytes = 4 * megabyte; bytes >= 4096; bytes /= 2) {
      for (let part = 0; ; part += 1) if (await writeFile(`${filler}-${bytes}-${part}`, Buffer.alloc(bytes)).then(() => false, () => true)) break
    }
  }
  async function free(): Promise<void> {
    for (let bytes = 4 * megabyte; bytes >= 4096; bytes /= 2) for (let part = 0; part < 100; part += 1) await rm(`${filler}-${bytes}-${part}`, { force: true })
  }
  async function numbers(): Promise<readonly number[]> {
    const found: number[] = []
    for (let at = spool.start; ;) {
      const entries = await spool.read(at)
      const last = entries.at(-1)
      if (last === undefined) return found
      found.push(...entries.map(({ content }) => Number(content.toString('latin1', 0, 4))))
      at = last.end
    }
  }

  test('goes on in the room it kept, and nothing that it acknowledged is lost', async () => {
    spool = await open()
    assert.equal(await spool.renewReserve(), true)
    await append()
    await fill()
    assert.equal(spool.livesOnReserve, false)
    await append()
    await append()
    assert.equal(spool.livesOnReserve, true)
    assert.deepEqual(await numbers(), [0, 1, 2])
  })

  test('finds everything again after a crash in that hour', async () => {
    const crashed = spool
    spool = await open()
    assert.deepEqual(await numbers(), [0, 1, 2])
    assert.equal(spool.end, crashed.end)
    await crashed.close()
  })

  test('refuses aloud what no longer fits, each by itself, and keeps what does', async () => {
    await spool.close()
    await free()
    spool = await open()
    assert.equal(await spool.renewReserve(), true)
    await fill()
    const tried = Array.from({ length: reserveBytes / megabyte + 4 }, () => append().then(() => 'kept', (fault: unknown) => (fault instanceof SpoolRefused ? fault.why : fault)))
    const answers = await Promise.all(tried)
    assert.deepEqual([...new Set(answers)].sort(), ['kept', 'no-space'])
    assert.equal(answers.filter((answer) => answer === 'kept').length, reserveBytes / megabyte - 1)
    assert.equal((await numbers()).length, 3 + reserveBytes / megabyte - 1)
  })

  test('takes up its usual files again, and a new reserve, when there is room', async () => {
    await free()
    assert.equal(await spool.renewReserve(), false, 'what waits in the old reserve still takes its room')
    assert.equal(spool.livesOnReserve, false)
    await spool.discardBefore(spool.end)
    assert.equal(await spool.renewReserve(), true)
    assert.equal((await stat(join(folder, 'reserve'))).size, reserveBytes)
    await append()
    assert.equal((await numbers()).length, 1)
  })
})

import assert from 'node:assert/strict'
import { appendFile, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { openSpool, type Spool } from './spool.ts'

async function aFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'juxta-spool-'))
}

const open: Spool[] = []
after(async () => {
  for (const spool of open) await spool.close()
})

async function opened(folder: string, damage: number[] = []): Promise<Spool> {
  const spool = await openSpool({ folder, newId: () => 'this-spool', onDurable: () => {}, onDamage: (start) => damage.push(start) })
  open.push(spool)
  return spool
}

async function contents(spool: Spool, from: number = spool.start): Promise<readonly string[]> {
  const entries = await spool.read(from)
  const last = entries.at(-1)
  return last === undefined ? [] : [...entries.map(({ content }) => content.toString()), ...await contents(spool, last.end)]
}

describe('a spool', () => {
  test('keeps what was appended, in order, across a restart', async () => {
    const folder = await aFolder()
    const before = await opened(folder)
    await Promise.all(['one', 'two', 'three'].map((text) => before.append(Buffer.from(text))))
    await before.close()
    const after = await opened(folder)
    await after.append(Buffer.from('four'))
    assert.deepEqual(await contents(after), ['one', 'two', 'three', 'four'])
    assert.equal(after.id, before.id)
  })

  test('tells of entries on disk before it tells those who appended them', async () => {
    const told: string[] = []
    const spool = await openSpool({ folder: await aFolder(), newId: () => 'x', onDurable: (entries) => told.push(...entries.map(({ content }) => content.toString())), onDamage: () => {} })
    open.push(spool)
    await spool.append(Buffer.from('one')).then(() => told.push('appended'))
    assert.deepEqual(told, ['one', 'appended'])
  })

  test('drops a torn tail, which nobody was promised, and goes on after it', async () => {
    const folder = await aFolder()
    const before = await opened(folder)
    await before.append(Buffer.from('whole'))
    await before.close()
    await appendFile(join(folder, '0000000000000000.spool'), Buffer.from([9, 0, 0, 0, 1, 2]))
    const after = await opened(folder)
    await after.append(Buffer.from('next'))
    assert.deepEqual(await contents(after), ['whole', 'next'])
  })

  test('takes a block of zeros at the end for no entry', async () => {
    const folder = await aFolder()
    const before = await opened(folder)
    await before.append(Buffer.from('whole'))
    await before.close()
    await appendFile(join(folder, '0000000000000000.spool'), Buffer.alloc(4096))
    assert.deepEqual(await contents(await opened(folder)), ['whole'])
  })

  test('says which file is damaged, reads on in the next and keeps the damaged one for a person', async () => {
    const folder = await aFolder()
    const first = await opened(folder)
    await first.append(Buffer.from('spoilt'))
    await first.close()
    const second = await opened(folder)
    await second.append(Buffer.from('good'))
    await second.close()
    const path = join(folder, '0000000000000000.spool')
    const bytes = await readFile(path)
    bytes[10] = 0
    await writeFile(path, bytes)

    const damage: number[] = []
    const spool = await opened(folder, damage)
    assert.deepEqual(await contents(spool), ['good'])
    assert.deepEqual(damage, [0])
    await spool.discardBefore(spool.end)
    assert.deepEqual((await readdir(folder)).sort(), ['0000000000000000.spool.damaged', 'identity'])
  })

  test('deletes only files that lie wholly before the position', async () => {
    const folder = await aFolder()
    const first = await opened(folder)
    await first.append(Buffer.from('one'))
    await first.close()
    const second = await opened(folder)
    await second.append(Buffer.from('two'))
    await second.discardBefore(second.end - 1)
    assert.deepEqual(await contents(second), ['two'])
  })

  test('refuses an entry it could not tell from damage', async () => {
    const spool = await opened(await aFolder())
    await assert.rejects(spool.append(Buffer.alloc(0)), RangeError)
  })
})

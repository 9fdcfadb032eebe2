import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { settableClock } from '#platform/clock'
import { instant } from '#values'
import { printFolder } from './door.ts'

const folder = await mkdtemp(join(tmpdir(), 'juxta-print-'))
after(() => rm(folder, { recursive: true }))
const clock = settableClock(instant('2026-03-02T09:00:00Z'))
const pdf = new TextEncoder().encode('%PDF-1.7 a letter')
const put = (where: string, reference = 'r1') => printFolder(where, clock).letter?.({ reference, pdf })

describe('the folder of the print room', () => {
  test('takes a letter whole under its reference, and the same one twice once', async () => {
    assert.deepEqual(await put(folder), { answer: 'taken', carrierId: '2026-03-02/r1' })
    await put(folder)
    assert.deepEqual(await readdir(join(folder, '2026-03-02')), ['r1.pdf'])
    assert.deepEqual(new Uint8Array(await readFile(join(folder, '2026-03-02', 'r1.pdf'))), pdf)
  })
  test('that cannot be written asks for the letter again later, and says why', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    assert.deepEqual(await put(file), { answer: 'not-now', why: 'The print folder cannot be written (ENOTDIR)' })
  })
  test('on a full disk keeps nothing of a letter that did not fit', { skip: existsSync('/dev/full') ? false : 'this machine has no full disk to try' }, async () => {
    const day = join(folder, 'full', '2026-03-02')
    await mkdir(day, { recursive: true })
    await symlink('/dev/full', join(day, 'r2.pdf.part'))
    assert.deepEqual(await put(join(folder, 'full'), 'r2'), { answer: 'not-now', why: 'The print folder cannot be written (ENOSPC)' })
    assert.deepEqual(await readdir(day), [])
  })
})

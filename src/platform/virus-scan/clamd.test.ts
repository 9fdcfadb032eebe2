import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aClamd, eicar } from '#test/clamd-stub'
import { clamd, parseScannerAddress } from './clamd.ts'
import { ScannerAway } from './scanner.ts'

const stub = await aClamd()
const limits = { timeoutMs: 300, chunkBytes: 1000, answerMaxBytes: 4096 }
const scanner = clamd(stub.address, limits)

describe('a scanner that speaks the protocol of clamd', () => {
  test('is sent a file in chunks, whole, and says what it found', async () => {
    assert.deepEqual(await scanner.scan(Buffer.alloc(12_345, 7)), { found: 'clean' })
    assert.equal(stub.seen.at(-1), 12_345)
    assert.deepEqual(await scanner.scan(Buffer.concat([Buffer.alloc(5000), eicar])), { found: 'infected', threat: 'Eicar-Test-Signature' })
    assert.deepEqual(await scanner.scan(Buffer.alloc(0)), { found: 'clean' })
  })
  test('says by which definitions it looks', async () => {
    assert.match(await scanner.definitions(), /^ClamAV 1\.4\.3\/27800\//)
  })
  test('that will not take so much has not found it clean', async () => {
    stub.behave({ streamMaxBytes: 2000 })
    assert.deepEqual(await scanner.scan(Buffer.alloc(100_000)), { found: 'failed', why: 'INSTREAM size limit exceeded.' })
  })
  test('that says nothing, or is not there, is away and nothing is taken for clean', async () => {
    stub.behave({ isMute: true })
    await assert.rejects(scanner.scan(eicar), ScannerAway)
    await assert.rejects(clamd({ host: '127.0.0.1', port: 1 }, limits).definitions(), ScannerAway)
    await assert.rejects(clamd({ path: '/nowhere/clamd.sock' }, limits).scan(eicar), ScannerAway)
  })
})

describe('the address of a scanner', () => {
  test('is a port or a socket, and anything else is refused in a sentence', () => {
    assert.deepEqual(parseScannerAddress('tcp://scanner.internal:3310'), { host: 'scanner.internal', port: 3310 })
    assert.deepEqual(parseScannerAddress('unix:/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' })
    for (const wrong of ['clamav', 'tcp://host', 'http://host:1', '']) assert.throws(() => parseScannerAddress(wrong), /JUXTA_VIRUS_SCANNER/)
  })
})

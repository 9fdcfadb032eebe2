import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { zip } from './door.ts'

const files = [{ name: 'manifest.csv', bytes: new TextEncoder().encode('place\r\n1\r\n') }, { name: '001-letter.pdf', bytes: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 255]) }]

/** What any reader does: from the end to the list, and from the list to each file. */
function read(archive: Buffer): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const end = archive.length - 22
  assert.equal(archive.readUInt32LE(end), 0x06054b50)
  let at = archive.readUInt32LE(end + 16)
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    assert.equal(archive.readUInt32LE(at), 0x02014b50)
    const [checksum, size, nameLength, local] = [archive.readUInt32LE(at + 16), archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)]
    const name = archive.toString('ascii', at + 46, at + 46 + nameLength)
    assert.equal(archive.readUInt32LE(local), 0x04034b50)
    const bytes = archive.subarray(local + 30 + nameLength, local + 30 + nameLength + size)
    assert.equal(crc32(bytes), checksum)
    at += 46 + nameLength
    return { name, bytes }
  })
}

test('an archive gives back each file under its name, byte for byte', () => {
  assert.deepEqual(read(Buffer.from(zip(files))).map(({ name, bytes }) => [name, [...bytes]]), files.map(({ name, bytes }) => [name, [...bytes]]))
})

test('the same files make the same archive whenever it is made', () => assert.deepEqual(zip(files), zip(files)))

test('a name that is not ASCII, or more than the format holds, is refused', () => {
  assert.throws(() => zip([{ name: 'lettre-é.pdf', bytes: new Uint8Array() }]), /ASCII/)
})

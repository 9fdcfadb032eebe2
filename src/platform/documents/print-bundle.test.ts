import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { aPhoto } from '#test/a-photo'
import { readPdf } from '#test/read-pdf'
import { instant, type Instant } from '#values'
import { bundleLayouts, canBePrinted, printBundle, type Bundle } from './door.ts'

interface Kept {
  readonly writtenAt: Instant
  readonly pdfSha256: string
  readonly pages: number
  readonly content: Bundle
}

const photo = aPhoto(90)
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const pictures = new Map([[sha256(photo), photo]])
const kept = async (layout: string) => JSON.parse(await readFile(`fixtures/bundles/${layout}.json`, 'utf8')) as Kept

describe('a layout of bundles once used', () => {
  for (const layout of bundleLayouts) {
    test(`${layout} still prints the bytes it always did`, async () => {
      const { content, writtenAt, pdfSha256, pages } = await kept(layout)
      const printed = await printBundle(content, pictures, layout, writtenAt)
      assert.deepEqual([sha256(printed.pdf), printed.pages], [pdfSha256, pages])
    })
  }
})

describe('a bundle', () => {
  test('begins each item on a page of its own, under its name, and its index names that page', async () => {
    const { content, writtenAt } = await kept('bundle-1')
    const { pages, objects } = readPdf((await printBundle(content, pictures, 'bundle-1', writtenAt)).pdf)
    const places = content.items.map(({ title }, at) => pages.findIndex((page) => page.includes(`${at + 1}. ${title}`)) + 1)
    assert.deepEqual(places, [3, 4, 5])
    for (const place of places) assert.match(pages[1] ?? '', new RegExp(`\\b${place}\\b`))
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'Figure', 'Link']) assert.match(objects, new RegExp(`/S /${tag}\\b`))
    assert.match(objects, /\/Lang \(fr\)/)
  })
  test('is not printed without a picture that it names', async () => {
    const { content, writtenAt } = await kept('bundle-1')
    assert.throws(() => printBundle(content, new Map(), 'bundle-1', writtenAt), /not there to be printed/)
  })
  test('tells a picture that was cut short from one that can be printed', async () => {
    const at = instant('2026-06-02T09:00:00Z')
    const picture = { sha256: sha256(photo), contentType: 'image/png' } as const
    assert.equal(await canBePrinted({ ...picture, bytes: photo }, at), true)
    assert.equal(await canBePrinted({ ...picture, bytes: photo.subarray(0, 40) }, at), false)
  })
})

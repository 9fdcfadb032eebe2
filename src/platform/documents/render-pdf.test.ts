import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readPdf } from '#test/read-pdf'
import { instant } from '#values'
import { printEnvelope, renderPdf, type Letter } from './door.ts'

const writtenAt = instant('2024-03-01T09:00:00Z')

const layout = [
  '#let it = json(bytes(sys.inputs.input))',
  '#set document(title: "A letter")',
  '#set text(lang: "en", fallback: false, font: ("Atkinson Hyperlegible Next", "Noto Sans"))',
  '= A letter',
  '#it.text',
].join('\n')

describe('a PDF', () => {
  test('is tagged, titled, in a language, and says that it is PDF/UA', async () => {
    const { objects } = readPdf(await renderPdf(layout, { text: 'Hello' }, writtenAt))
    assert.match(objects, /\/StructTreeRoot/)
    assert.match(objects, /\/Marked true/)
    assert.match(objects, /\/Lang \(en\)/)
    assert.match(objects, /<pdfuaid:part>1<\/pdfuaid:part>/)
    assert.match(objects, /A letter/)
  })

  test('has the same bytes whenever the same is rendered', async () => {
    const [one, other] = [await renderPdf(layout, { text: 'Hello' }, writtenAt), await renderPdf(layout, { text: 'Hello' }, writtenAt)]
    assert.equal(Buffer.compare(one, other), 0)
  })

  test('takes what people wrote as text, never as markup', async () => {
    const { pages } = readPdf(await renderPdf(layout, { text: '#panic("no") $x$ = *y* @z' }, writtenAt))
    assert.match(pages.join(), /#panic\("no"\) \$x\$ = \*y\* @z/)
  })

  test('is refused when a character has no glyph in the fonts that ship', async () => {
    await assert.rejects(renderPdf(layout, { text: '漢字' }, writtenAt), /cannot be printed/)
  })

  test('is refused when it has no title', async () => {
    await assert.rejects(renderPdf('#set text(lang: "en")\nHello', {}, writtenAt), /cannot be printed/)
  })

  test('cannot read a file of this machine', async () => {
    await assert.rejects(renderPdf(`${layout}\n#read("/../../../etc/hostname")`, { text: '' }, writtenAt), /cannot be printed/)
    await assert.rejects(renderPdf(`${layout}\n#import "@preview/example:0.1.0": add`, { text: '' }, writtenAt), /cannot be printed/)
  })

  test('still prints after a layout that failed', async () => {
    await assert.rejects(renderPdf('#panic("broken")', {}, writtenAt))
    assert.ok((await renderPdf(layout, { text: 'Hello' }, writtenAt)).length > 1000)
  })
})

const alphabets = {
  Polish: 'ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż', Romanian: 'ĂÂÎȘȚ ăâîșț', Bulgarian: 'ЖЩЪЮЯ жщъюя', Lithuanian: 'ĄČĘĖĮŠŲŪŽ ąčęėįšųūž',
  Ukrainian: 'ҐЄІЇ ґєії', Turkish: 'ĞİŞÇÖÜ ğışçöü', French: 'ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸ «œ» 48\u202f000 £', Greek: 'Ελλάδα',
}

const bare = (text: string): string => text.replace(/\s/g, '')

describe('the fonts that ship', () => {
  for (const [language, letters] of Object.entries(alphabets)) {
    test(`print ${language}`, async () => {
      const { pages } = readPdf(await renderPdf(layout, { text: letters }, writtenAt))
      assert.ok(bare(pages.join()).includes(bare(letters)), pages.join())
    })
  }
})

describe('an envelope', () => {
  const letter: Letter = {
    language: 'en', title: 'A letter', subject: 'About something', sender: { name: 'The team', lines: ['A street'] }, recipient: ['Test Reader'],
    particulars: [{ term: 'Reference', text: 'JX-1', exact: true }], running: 'Letter JX-1', page: 'Page', of: 'of', marks: ['DRAFT'],
    blocks: [
      { kind: 'heading', text: 'First' },
      { kind: 'paragraph', text: 'A paragraph.' },
      { kind: 'list', items: ['one', 'two'] },
      { kind: 'facts', facts: [{ term: 'Place', text: 'Calais' }] },
      { kind: 'amount', label: 'Owed', amount: '£1', note: 'A note' },
      { kind: 'days', caption: 'Days', columns: ['Step', 'Last day'], days: [{ what: 'Pay', day: 'Friday', why: 'Because' }] },
      { kind: 'ladder', caption: 'Rules', columns: ['Rule', 'Amount'], rungs: [{ text: 'Start', amount: '£1', cite: 'Code', url: 'https://www.legislation.gov.uk/' }], total: { label: 'Total', amount: '£1' } },
      { kind: 'notice', heading: 'Note well', text: 'Boxed' },
    ],
  }

  test('prints every kind of block, with tables and links tagged as such', async () => {
    const { pages, objects } = readPdf(await printEnvelope([letter], 'letter-1', writtenAt))
    for (const text of ['A paragraph.', 'one', 'Calais', 'Owed', 'Because', 'Code', 'Total', 'Boxed', 'DRAFT', 'Page 1 of 1']) assert.ok(pages.join().includes(text), text)
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'Link', 'L']) assert.match(objects, new RegExp(`/S /${tag}\\b`))
  })

  test('gives each letter its own language and starts it on a new page', async () => {
    const { pages, objects } = readPdf(await printEnvelope([{ ...letter, language: 'fr', title: 'Une lettre' }, letter], 'letter-1', writtenAt))
    assert.equal(pages.length, 2)
    assert.match(objects, /\/Type \/Catalog[\s\S]*?\/Lang \(fr\)/)
    assert.match(objects, /\/Lang \(en\)/)
  })
})

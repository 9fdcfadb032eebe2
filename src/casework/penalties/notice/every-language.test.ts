import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assess, sections, transporters, type AssessmentInput } from '#law'
import { printEnvelope } from '#platform/documents'
import { readPdf } from '#test/read-pdf'
import { day, instant, pence } from '#values'
import { letterLanguages } from '../person/language.ts'
import { exampleFacts } from '../template/example-facts.ts'
import { purposes } from '../template/template-words.ts'
import { speech } from './letter-speech.ts'
import { ruleNames } from './letter-words.ts'
import type { Purpose } from './letter-facts.ts'
import { envelopeOf, letterTemplates, type LetterTemplate } from './letter-templates.ts'

const writtenAt = instant('2026-03-02T09:00:00Z')
const bare = (text: string): string => text.replace(/\s/g, '')

const newest = (purpose: Purpose): LetterTemplate => letterTemplates.findLast((each) => each.purpose === purpose) ?? assert.fail()

describe('a letter in each language', () => {
  for (const language of letterLanguages) {
    test(`${language}: each purpose is set whole, tagged and in its language`, async () => {
      const [first, ...others] = purposes.map((purpose) => newest(purpose).write(speech(language), exampleFacts(purpose, language), false))
      const { pages, objects } = readPdf(await printEnvelope([first ?? assert.fail(), ...others], 'letter-1', writtenAt))
      const printed = bare(pages.join())
      // A page may end inside a paragraph, so its beginning and its end are looked for.
      const texts = [first, ...others].flatMap((letter) => letter?.blocks ?? []).flatMap((block) => (block.kind === 'paragraph' ? [bare(block.text)] : []))
      for (const text of texts) assert.ok(printed.includes(text.slice(0, 25)) && printed.includes(text.slice(-25)), text)
      assert.match(objects, new RegExp(`/Type /Catalog[\\s\\S]*?/Lang \\(${language}\\)`))
      assert.match(objects, /<pdfuaid:part>1<\/pdfuaid:part>/)
    })

    test(`${language}: the English text goes with it`, () => {
      const languages = envelopeOf(newest('penalty-notice'), exampleFacts('penalty-notice', language)).map((letter) => letter.language)
      assert.deepEqual(languages, language === 'en' ? ['en'] : [language, 'en'])
    })
  }
})

test('an officer’s English inside a translated letter is marked as English from version 2 on', () => {
  const paragraphs = (version: number) => envelopeOf(letterTemplates.find((each) => each.purpose === 'penalty-notice' && each.version === version) ?? assert.fail(), exampleFacts('penalty-notice', 'pl'))[0].blocks.filter((block) => block.kind === 'paragraph' && block.language === 'en')
  assert.equal(paragraphs(1).length, 0)
  assert.equal(paragraphs(2).length, 1)
})

test('a reader of a language that has no words yet gets English, and the letter says so', () => {
  const [letter, ...rest] = envelopeOf(letterTemplates[0] ?? assert.fail(), { ...exampleFacts('penalty-notice', 'en'), wanted: 'hu' })
  assert.equal(rest.length, 0)
  assert.match(JSON.stringify(letter.blocks), /in English, not in Hungarian/)
})

test('every rule that the law can tell of has a name in each language', () => {
  const flags = { complied: true, accredited: true, employedByAccredited: true, absentAndActedToComply: true, duress: true, penalisedUnderOtherSection: true, penalisedAtControl: true }
  const persons = Object.entries(flags).map(([flag, value]) => ({ [flag]: value }))
  const inputs = sections.flatMap((section) => transporters.flatMap((transporter) => ['2022-06-01', '2023-06-01', '2026-02-03'].flatMap((on) => [{}, ...persons].map((person): AssessmentInput => ({
    incident: { section, transporter, occurredOn: day(on), entrants: 13, place: 'calais' },
    persons: [{ id: 'one', capacity: 'driver', underContractWith: 'two', ...person }, { id: 'two', capacity: 'owner', businessSize: 'small', meansAmountPence: 100_00 }, { id: 'one', capacity: 'owner' }],
  })))))
  const told = new Set(inputs.flatMap((input) => assess(input).persons.flatMap(({ steps }) => steps.map(({ rule }) => rule))))
  // What others owe has a part of the letter to itself.
  assert.deepEqual([...told].filter((rule) => !Object.hasOwn(ruleNames, rule) && rule !== 'joint-liability'), [])
})

describe('amounts and days', () => {
  const said = letterLanguages.map((language) => `${language}: ${speech(language).amount(pence(6_000_00))}, ${speech(language).day(day('2026-05-01'))}`.replaceAll(/[\u00a0\u202f]/g, ' '))
  test('are written as each language writes them', () => {
    assert.deepEqual(said, [
      'en: £6,000, Friday 1 May 2026', 'fr: 6 000 £, vendredi 1er mai 2026', 'pl: 6000 GBP, 1 maja 2026', 'ro: 6.000 GBP, 1 mai 2026', 'de: 6.000 £, 1. Mai 2026', 'es: 6000 GBP, 1 de mayo de 2026',
      'nl: £ 6.000, 1 mei 2026', 'bg: 6000 GBP, 1 май 2026', 'lt: 6 000 GBP, 2026 m. gegužės 1 d.', 'uk: 6 000 GBP, 1 травня 2026', 'tr: £6.000, 1 Mayıs 2026',
    ])
  })
})

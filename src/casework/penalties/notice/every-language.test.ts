import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assess, clocks, sections, transporters, type AssessmentInput, type ClockEvent } from '#law'
import { printEnvelope } from '#platform/documents'
import { readPdf } from '#test/read-pdf'
import { day, daysAfter, instant, pence } from '#values'
import { letterLanguages, type LetterLanguage } from '../person/language.ts'
import { exampleFacts } from '../template/example-facts.ts'
import { purposes } from '../template/template-words.ts'
import { speech } from './letter-speech.ts'
import { sayTold } from './say-told.ts'
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

describe('the law', () => {
  const calculations = lawInputs().flatMap((input) => assess(input).persons.filter(({ liable }) => liable).flatMap(({ steps }) => steps)).filter(({ rule }) => rule !== 'joint-liability')
  const days = lives().flatMap((events) => clocks({ regime: 'R2026', events })).filter(({ clock }) => ['object', 'decide', 'pay', 'appeal'].includes(clock)).flatMap(({ steps }) => steps)

  for (const language of letterLanguages) {
    test(`${language}: says each of its sentences on penalties and last days whole`, () => {
      for (const { text, textFr, told } of [...calculations, ...days]) {
        const said = speech(language).ofLaw(text, textFr, told)
        assert.ok(said !== undefined && said !== '' && !/[{}]|undefined/.test(said), text)
      }
    })
  }
  test('counts as each language counts', () => {
    const found = (language: LetterLanguage, count: number) => sayTold(speech(language), { as: 'days', facts: { count } })
    assert.deepEqual([1, 3, 5, 22, 28].map((count) => found('pl', count)), ['1 dzień', '3 dni', '5 dni', '22 dni', '28 dni'])
    assert.deepEqual([1, 3, 28, 101].map((count) => found('ro', count)), ['1 zi', '3 zile', '28 de zile', '101 zile'])
    assert.deepEqual([1, 2, 10, 21, 28, 60].map((count) => found('lt', count)), ['1 diena', '2 dienos', '10 dienų', '21 diena', '28 dienos', '60 dienų'])
    assert.deepEqual([1, 3, 5, 21, 28, 62].map((count) => found('uk', count)), ['1 день', '3 дні', '5 днів', '21 день', '28 днів', '62 дні'])
  })
  test('ends a sentence with one full stop, also where a date ends in one', () => {
    assert.equal(sayTold(speech('lt'), { as: 'appeal-by', facts: { days: '28 dienos', from: { on: day('2026-03-02') }, last: { on: day('2026-03-30') } } }), 'Terminas: 28 dienos nuo 2026 m. kovo 2 d.; paskutinė diena yra 2026 m. kovo 30 d.')
  })
  test('writes amounts as each language writes them', () => {
    assert.equal(speech('de').ofLaw('', '', { as: 'for-each-entrant', facts: { count: 8, each: { pence: pence(6_000_00) }, all: { pence: pence(48_000_00) } } }), '6.000\u00a0£ für jede von 8 Personen ergibt 48.000\u00a0£.')
  })
})

test('a reader of a language that has no words yet gets English, and the letter says so', () => {
  const [letter, ...rest] = envelopeOf(newest('penalty-notice'), { ...exampleFacts('penalty-notice', 'en'), wanted: 'hu' })
  assert.equal(rest.length, 0)
  assert.match(JSON.stringify(letter.blocks), /in English, not in Hungarian/)
})

/** Notices of every day of some years, so that each kind of closed day is a last day; and what can become of the objection to one. */
function lives(): readonly (readonly ClockEvent[])[] {
  const issuedOn = day('2026-03-02')
  const notice: ClockEvent = { type: 'notice-issued', on: issuedOn }
  const after = (days: number) => daysAfter(days, issuedOn)
  const objected = (days: number): ClockEvent => ({ type: 'objection-received', on: after(days) })
  const decided = (days: number): ClockEvent => ({ type: 'objection-decided', on: after(days) })
  const ended: readonly (readonly ClockEvent[])[] = [
    ...Array.from({ length: 800 }, (_each, days): readonly ClockEvent[] => [{ type: 'notice-issued', on: after(days) }]),
    [notice, objected(20)], [notice, objected(20), decided(63)], [notice, objected(27), decided(28)], [notice, objected(40)], [notice, objected(40), { type: 'late-objection-accepted', on: after(45) }], [notice, objected(90), decided(95)],
    [notice, objected(20), { type: 'decision-time-agreed', until: after(90) }], [notice, objected(20), { type: 'decision-time-agreed', until: after(60) }],
  ]
  return ended.map((events) => [{ type: 'became-responsible', on: day('2026-02-03') }, ...events])
}

/** The law asked about every kind of person, vehicle and time. */
function lawInputs(): readonly AssessmentInput[] {
  const flags = { complied: true, accredited: true, employedByAccredited: true, absentAndActedToComply: true, duress: true, penalisedUnderOtherSection: true, penalisedAtControl: true }
  const persons = Object.entries(flags).map(([flag, value]) => ({ [flag]: value }))
  return sections.flatMap((section) => transporters.flatMap((transporter) => ['2022-06-01', '2023-06-01', '2026-02-03'].flatMap((on) => [{}, ...persons].map((person): AssessmentInput => ({
    incident: { section, transporter, occurredOn: day(on), entrants: 13, place: 'calais' },
    persons: [{ id: 'one', capacity: 'driver', underContractWith: 'two', ...person }, { id: 'two', capacity: 'owner', businessSize: 'small', meansAmountPence: 100_00 }, { id: 'one', capacity: 'owner' }],
  })))))
}

test('every rule that the law can tell of has a name in each language', () => {
  const told = new Set(lawInputs().flatMap((input) => assess(input).persons.flatMap(({ steps }) => steps.map(({ rule }) => rule))))
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

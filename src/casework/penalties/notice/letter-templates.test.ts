import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import { fillPhrase, type Phrase } from '#law'
import { printEnvelope, type Block, type Letter } from '#platform/documents'
import { aCaseFile, ids, objectedAndReduced, penaltyOf } from '#test/a-case-file'
import { readPdf } from '#test/read-pdf'
import { day, instant, pence, type Instant } from '#values'
import { sha256 } from './document.store.ts'
import { gatherObjectionDecision } from './gather-objection-decision.ts'
import { gatherPenaltyNotice } from './gather-penalty-notice.ts'
import type { AnyLetterFacts } from './letter-facts.ts'
import { envelopeOf, letterTemplates, templateOf } from './letter-templates.ts'
import { sentencesIn } from './word-standing.ts'
import { letterLanguages } from '../person/language.ts'

const file = aCaseFile()
const writtenAt = instant('2023-03-03T09:00:00Z')

function known<Facts>(facts: Facts | undefined): Facts {
  assert.ok(facts !== undefined)
  return facts
}

const toDriver = known(gatherPenaltyNotice(file, penaltyOf(file, ids.driverPenalty), day('2023-03-03')))
const toOwner = known(gatherPenaltyNotice(file, penaltyOf(file, ids.ownerPenalty), day('2023-03-03')))
const reduced = known(gatherObjectionDecision(file, objectedAndReduced(penaltyOf(file, ids.ownerPenalty), pence(18_000_00))))

function sentences(letter: Letter): string {
  return letter.blocks.map(wordsOf).join('\n')
}

function wordsOf(block: Block): string {
  return JSON.stringify(block)
}

async function printed(facts: AnyLetterFacts): Promise<string> {
  const pdf = await printEnvelope(envelopeOf(templateOf(facts.purpose, 1), facts), 'letter-1', writtenAt)
  return readPdf(pdf).pages.join('\n')
}

describe('the notice to the driver of KLG', () => {
  const [french, english] = envelopeOf(templateOf('penalty-notice', 1), toDriver)

  test('comes in the driver’s language, with the English text that has the legal effect', () => {
    assert.deepEqual([french.language, english?.language], ['fr', 'en'])
    assert.match(sentences(french), /Le texte anglais, joint à la suite, fait seul foi/)
  })

  test('prints the amount, the day by which to pay and the manner, in both languages', async () => {
    const text = await printed(toDriver)
    for (const said of ['£48,000', '48\u202f000\u00a0£', 'Tuesday 2 May 2023', 'mardi 2 mai 2023', 'Pay £48,000 in pounds sterling by bank transfer', '00-00-00']) {
      assert.ok(text.replace(/\s+/g, ' ').includes(said.replace(/\s+/g, ' ')), `${said} is missing`)
    }
  })

  test('prints every last day: 28 days to object and to appeal, 70 to be told, 60 to pay', async () => {
    const text = await printed(toDriver)
    for (const on of ['Friday 31 March 2023', 'Friday 12 May 2023', 'Tuesday 2 May 2023', 'vendredi 31 mars 2023', 'vendredi 12 mai 2023']) assert.ok(text.includes(on), `${on} is missing`)
  })

  test('prints each step that led to the amount, with where it is written', async () => {
    const text = (await printed(toDriver)).replace(/\s+/g, ' ')
    for (const { text: rule, cite } of toDriver.calculation.steps) {
      assert.ok(text.includes(rule), `${rule} is missing`)
      assert.ok(text.includes(cite), `${cite} is missing`)
    }
    assert.ok(text.includes('£6,000 for each of 8 entrants makes £48,000'))
  })

  test('says why, who decided, and what can be done if it is not paid', () => {
    const text = sentences(known(english))
    for (const said of [/load space/, /Test Senior Officer, senior officer, on Thursday 2 March 2023/, /debt due to the Secretary of State/, /detained/]) assert.match(text, said)
  })

  test('says that the owner answers for it too, and that it is owed once', () => {
    assert.match(sentences(known(english)), /Test Haulage SRL \(owner\) also answers for this penalty.*It is owed once/)
  })

  test('says how many people were found and nothing of who they were', () => {
    assert.match(sentences(known(english)), /"8 people"/)
  })
})

describe('the notice to the owner', () => {
  const [letter] = envelopeOf(templateOf('penalty-notice', 1), toOwner)

  test('is for 36,000: a medium-sized business pays three quarters', () => assert.match(sentences(letter), /£36,000/))

  test('names the driver’s penalty as one they answer for, and never what the driver can afford', () => {
    assert.match(sentences(letter), /You also answer for any penalty issued to Test Driver Ștefănescu \(driver\)/)
  })

  test('gives the driver’s amount once it has been issued', () => {
    const issued = file.penalties.map((penalty) => (penalty.id === ids.driverPenalty ? { ...penalty, stage: 'issued' as const, notices: [{ documentId: penalty.id, issuedOn: day('2023-03-03'), amountPence: pence(48_000_00) }] } : penalty))
    const facts = known(gatherPenaltyNotice({ ...file, penalties: issued }, penaltyOf(file, ids.ownerPenalty), day('2023-03-03')))
    assert.match(sentences(envelopeOf(templateOf('penalty-notice', 1), facts)[0]), /penalty JX-2023-000042-D1, of £48,000/)
  })
})

describe('the decision on the owner’s objection', () => {
  const [letter] = envelopeOf(templateOf('objection-decision', 1), reduced)

  test('reduces 36,000 to 18,000 and shows the steps', () => {
    assert.match(sentences(letter), /reduced from £36,000 to £18,000/)
    assert.match(sentences(letter), /"£18,000","cite"/)
  })

  test('moves the last day to pay by the days the objection was held', () => {
    assert.equal(reduced.lastDays.pay?.on, day('2023-06-14'))
    assert.match(sentences(letter), /Wednesday 14 June 2023/)
  })

  test('gives 28 days from the decision to appeal', () => assert.equal(reduced.lastDays.appeal?.on, day('2023-05-30')))
})

describe('a notice after an increase', () => {
  const before = penaltyOf(file, ids.ownerPenalty)
  const determination = { outcome: 'increase' as const, beforePence: pence(36_000_00), amountPence: pence(48_000_00), reasons: 'The accounts sent show a large business.', snapshot: null, determinedBy: { officerId: 'other', name: 'Test Other Senior' }, toldOn: day('2023-04-03') }
  const increased = { ...before, amountPence: pence(48_000_00), determination, notices: [{ documentId: before.id, issuedOn: day('2023-03-03'), amountPence: pence(36_000_00) }] }
  const facts = known(gatherPenaltyNotice(file, increased, day('2023-04-04')))
  const [letter] = envelopeOf(templateOf('penalty-notice', 1), facts)

  test('takes the place of the first, with its own last days', () => {
    assert.match(sentences(letter), /takes the place of the one dated Friday 3 March 2023/)
    assert.equal(facts.lastDays.object.on, day('2023-05-02'))
  })
  test('gives the reasons and the name of the officer who increased it', () => {
    assert.match(sentences(letter), /The accounts sent show a large business/)
    assert.match(sentences(letter), /Decided by Test Other Senior, senior officer, on Monday 3 April 2023/)
  })
  test('says that the amount is not the code’s', () => assert.match(sentences(letter), /The code alone would have come to £36,000/))
})

describe('a notice under section 31A', () => {
  const [letter] = envelopeOf(templateOf('penalty-notice', 1), { ...toOwner, section: '31A' })

  test('is about the vehicle, and counts nobody', () => {
    assert.match(sentences(letter), /was not adequately secured against unauthorised access/)
    assert.doesNotMatch(sentences(letter), /Found concealed/)
    assert.equal(letter.subject, 'Immigration and Asylum Act 1999, section 31A')
  })
})

describe('marks', () => {
  const purpose = templateOf('penalty-notice', 1)

  test('a draft says so on its face', async () => {
    const pdf = await printEnvelope(envelopeOf(purpose, toOwner, true), 'letter-1', writtenAt)
    assert.match(readPdf(pdf).pages[0] ?? '', /DRAFT – not issued/)
  })

  test('a demonstration says so on every page', async () => {
    const pdf = await printEnvelope(envelopeOf(purpose, toDriver), 'letter-1', writtenAt)
    for (const page of readPdf(pdf).pages) assert.match(page, /DEMONSTRATION|DÉMONSTRATION/)
  })

  test('a letter of the authority itself carries neither', async () => {
    const pdf = await printEnvelope(envelopeOf(purpose, { ...toOwner, demonstration: false }), 'letter-1', writtenAt)
    assert.doesNotMatch(readPdf(pdf).pages.join(), /DRAFT|DEMONSTRATION/)
  })
})

interface Kept {
  readonly writtenAt: Instant
  readonly pdfSha256: string
  readonly facts: AnyLetterFacts
}

/** When one of these fails, letters already sent would come out differently: make a new version instead of changing this one. */
describe('a template once used', () => {
  for (const { purpose, version, layout } of letterTemplates) {
    test(`${purpose} ${version} still prints the bytes it always did`, async () => {
      const { facts, writtenAt: at, pdfSha256 } = JSON.parse(await readFile(`fixtures/letters/${purpose}-${version}.json`, 'utf8')) as Kept
      assert.equal(sha256(await printEnvelope(envelopeOf(templateOf(purpose, version), facts), layout, at)), pdfSha256)
    })
  }
})

describe('the standing sentences', () => {
  const gaps = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort()
  const usual = (phrase: Phrase): string => (typeof phrase === 'string' ? phrase : phrase.other)
  /** A form for one may say “one person” instead of the number. */
  const uncounted = (text: string): readonly string[] => gaps(text).filter((gap) => gap !== '{count}')

  for (const language of letterLanguages) {
    test(`have in ${language} the same gaps as in English in every form, and none is empty`, () => {
      for (const { id, english, text } of sentencesIn(language)) {
        assert.deepEqual(gaps(usual(text)), gaps(usual(english)), id)
        for (const form of typeof text === 'string' ? [text] : Object.values(text)) {
          assert.notEqual(form.trim(), '', id)
          assert.deepEqual(uncounted(form), uncounted(usual(english)), id)
        }
      }
    })

    test(`have in ${language} a form for each way it counts`, () => {
      const ways = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((way) => way !== 'many' || language === 'pl' || language === 'uk')
      for (const { id, text } of sentencesIn(language)) if (typeof text !== 'string') assert.deepEqual(Object.keys(text).sort(), [...ways].sort(), id)
    })
  }

  test('say who has read them: nobody yet, so they are all drafts', () => {
    for (const language of letterLanguages) for (const { id, review } of sentencesIn(language)) assert.equal(review, 'draft', `${language} ${id}`)
  })

  test('never go out with a gap', () => assert.throws(() => fillPhrase('Pay by {day}', 'en', {}), /no fact for \{day\}/))
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clocks, noticeMustSay } from '#law'
import { aCaseFile, ids, penaltyOf } from '#test/a-case-file'
import { day } from '#values'
import { clockEvents } from '../deadline/clock-events.ts'
import { gatherPenaltyNotice } from './gather-penalty-notice.ts'
import { envelopeOf, letterTemplates, type LetterTemplate } from './letter-templates.ts'

const issuedOn = day('2023-03-03')
const file = aCaseFile()
const facts = gatherPenaltyNotice(file, penaltyOf(file, ids.driverPenalty), issuedOn)

/** The English text, which is the one with legal effect. */
function authentic(template: LetterTemplate): string {
  assert.ok(facts)
  const letters = envelopeOf(template, facts)
  return JSON.stringify(letters.find(({ language }) => language === 'en')?.blocks)
}

/** How each thing that section 35(2) asks for shows in the text. */
const shows: Readonly<Record<string, (text: string) => void>> = {
  a: (text) => assert.match(text, /Why you are liable.*Eight people were found/),
  b: (text) => assert.match(text, /£48,000/),
  c: (text) => assert.match(text, /Tuesday 2 May 2023.*Pay £48,000 in pounds sterling by bank transfer/),
  d: (text) => assert.match(text, /If you object.*If you do not pay.*recovered through the courts/),
  // Issued in time: the day is on its face, and the law is asked about it.
  e: () => {
    const events = [...clockEvents(penaltyOf(file, ids.driverPenalty)), { type: 'notice-issued', on: issuedOn } as const]
    assert.deepEqual(clocks({ events }).find(({ clock }) => clock === 'issue')?.flags, [])
  },
}

describe('a penalty notice says all that the Act asks for', () => {
  for (const template of letterTemplates.filter(({ purpose }) => purpose === 'penalty-notice')) {
    for (const { id, words } of noticeMustSay(issuedOn).value) {
      test(`version ${template.version}, ${id}: ${words.en}`, () => {
        const check = shows[id]
        assert.ok(check, `nobody has said how ${id} shows`)
        check(authentic(template))
      })
    }
  }
})

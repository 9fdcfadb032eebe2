import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ClockAnswer, ClockEvent } from '#law'
import { after, aPenaltyIssuedOn, aPenaltyObjectedOn, secondSenior } from '#test/penalties'
import { aSite } from '#test/site'
import { day } from '#values'
import { clockEvents } from '../../src/casework/penalties/deadline/clock-events.ts'
import { clockView } from '../../src/casework/penalties/deadline/clock-view.ts'
import { clocksOf } from '../../src/casework/penalties/deadline/last-day-for.ts'
import { whyThatDay } from '../../src/casework/penalties/notice/letter-parts.ts'
import { speech } from '../../src/casework/penalties/notice/letter-speech.ts'
import { determineObjection } from '../../src/casework/penalties/objection/determine-objection.ts'
import type { Penalty } from '../../src/casework/penalties/penalty/penalty.ts'
import { calculator } from '../../src/public/calculator/wire.ts'

const site = await aSite({ wirings: [calculator], site: 'centre', audience: 'public' })

const objected = aPenaltyObjectedOn('2024-03-11')
const determined = after(objected, determineObjection(objected, {
  outcome: 'uphold', amountPence: null, reasons: 'Nothing new was sent.', snapshot: null, determinedBy: secondSenior, toldOn: day('2024-05-01'), othersPence: [],
}))
const stories: readonly (readonly [string, Penalty])[] = [['with a notice', aPenaltyIssuedOn('2024-03-01')], ['with an objection held', objected], ['with an objection determined', determined]]

/** What a driver would type into the public page from the papers: the same events, under the same names. */
function typed(events: readonly ClockEvent[]): string {
  return new URLSearchParams(events.flatMap((event) => ('on' in event ? [[event.type, event.on]] : []))).toString()
}

async function publicPage(penalty: Penalty, language: 'en' | 'fr'): Promise<string> {
  const { statusCode, body } = await site.visitor.get(`/calculator/deadlines?${typed(clockEvents(penalty))}`, { cookie: `language=${language}` })
  assert.equal(statusCode, 200)
  return body.replaceAll(/[\u00a0\u202f]/g, ' ')
}

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

function sentencesOf({ steps }: ClockAnswer, language: 'en' | 'fr'): readonly string[] {
  return steps.map(({ text, textFr }) => plain(language === 'en' ? text : textFr))
}

describe('every clock is explained in the same words on the case, in the letter and to the public', () => {
  for (const [name, penalty] of stories) {
    for (const language of ['en', 'fr'] as const) {
      test(`of a penalty ${name}, in ${language}`, async () => {
        const page = await publicPage(penalty, language)
        const clocks = clocksOf(penalty)
        assert.ok(clocks.length >= 5)
        for (const clock of clocks) {
          const sentences = sentencesOf(clock, language)
          for (const sentence of sentences) assert.ok(page.includes(sentence), `${clock.clock}: ${sentence}`)
          if (typeof clock.lastDay === 'string') assert.ok(plain(whyThatDay(speech(language), { on: clock.lastDay, steps: clock.steps })).startsWith(sentences.join(' ')), clock.clock)
          if (language === 'en') assert.equal(plain(clockView(clock, day('2024-03-20'), penalty).sentence), sentences.join(' '))
        }
      })
    }
  }
})

import { z } from 'zod'
import type { ClockAnswer, Words } from '#law'
import { page } from '#platform/web'
import { problemsOf, type Answered, type Problem } from '#platform/api'
import { answerClocks } from './answer-clocks.ts'
import { askedDeadlines, askedEvents, eventsAsked } from './asked-deadlines.ts'
import type { Asked } from './asked-penalty.ts'
import { clockInputSchema } from './clock-contract.ts'
import { clockFlagWords, clockWords, eventWords } from './calculator-words.ts'
import { dayOf } from '#values'
import { askTheLaw } from './rights.ts'

/** By when: the days that a notice's events set running, each with its reasons. Nothing is stored. */
export const deadlinesPage = page({
  path: '/calculator/deadlines',
  right: askTheLaw,
  template: 'public/calculator/deadlines.njk',
  query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  show: async ({ query: asked }, { words }) => ({ asked, events: askedEvents.map((name) => ({ name, label: words(eventWords[name].en, eventWords[name].fr) })), ...answerOf(asked, ({ en, fr }) => words(en, fr)) }),
})

type InLanguage = (words: Words) => string

function answerOf(asked: Asked, inLanguage: InLanguage): object {
  if (eventsAsked(asked).length === 0) return { mistakes: [], errors: {} }
  const answered = ask(asked)
  if ('answer' in answered) return { mistakes: [], errors: {}, clocks: answered.answer.clocks.map((clock) => clockView(clock, inLanguage)) }

  const mistakes = answered.problems.map(({ path, message }) => ({ field: fieldAt(path, asked), text: inLanguage(mistakeWords({ path, message })) }))
  return { mistakes, errors: Object.fromEntries(mistakes.map((mistake) => [mistake.field, { text: mistake.text }])) }
}

function ask(asked: Asked): Answered<{ readonly clocks: readonly ClockAnswer[] }> {
  const parsed = clockInputSchema.safeParse(askedDeadlines(asked))
  return parsed.success ? answerClocks(parsed.data) : { problems: problemsOf(parsed.error) }
}

function clockView(clock: ClockAnswer, inLanguage: InLanguage): object {
  return {
    ...clock,
    name: inLanguage(clockWords[clock.clock]),
    on: clock.lastDay ?? clock.firstDay,
    ...(clock.lastMoment !== undefined && { momentOn: dayOf(clock.lastMoment) }),
    notes: clock.flags.map((flag) => inLanguage(clockFlagWords[flag])),
  }
}

function fieldAt(path: string, asked: Asked): string {
  const [, place] = /^events\[(\d+)\]/.exec(path) ?? []
  return eventsAsked(asked)[Number(place ?? 0)] ?? path
}

function mistakeWords({ message }: Problem): Words {
  if (message.startsWith('This cannot be before')) return { en: 'This day is before another that must come first', fr: 'Ce jour précède un autre qui doit venir avant' }
  return { en: 'Enter a real day, from 8 December 2002', fr: 'Indiquez un jour réel, à partir du 8 décembre 2002' }
}

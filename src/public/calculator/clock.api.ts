import { api } from '#platform/api'
import { answerClocks } from './answer-clocks.ts'
import { clockInputSchema, clocksSchema } from './clock-contract.ts'
import { askTheLaw } from './rights.ts'

export const clockApi = api({
  method: 'POST',
  path: '/clocks',
  right: askTheLaw,
  summary: 'The last days that a notice’s events set running, and why',
  description: 'Computes and stores nothing. The same contract as `juxta clock`.',
  body: clockInputSchema,
  response: clocksSchema,
  answer: answerClocks,
})

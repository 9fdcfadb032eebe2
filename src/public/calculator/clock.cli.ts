import { jsonCommand } from '#platform/cli'
import { answerClocks } from './answer-clocks.ts'
import { clockInputSchema } from './clock-contract.ts'

export const clockCommand = jsonCommand({
  name: 'clock',
  summary: 'The last days that a notice’s events set running, and why',
  input: clockInputSchema,
  answer: answerClocks,
})

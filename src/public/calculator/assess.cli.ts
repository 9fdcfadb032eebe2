import { jsonCommand } from '#platform/cli'
import { answerAssessment } from './answer-assessment.ts'
import { assessmentInputSchema } from './assess-contract.ts'

export const assessCommand = jsonCommand({
  name: 'assess',
  summary: 'What the penalty could be, for whom, and why',
  input: assessmentInputSchema,
  answer: answerAssessment,
})

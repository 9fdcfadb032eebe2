import { api } from '#platform/api'
import { answerAssessment } from './answer-assessment.ts'
import { assessmentSchema } from './assess-answer.ts'
import { assessmentInputSchema } from './assess-contract.ts'
import { askTheLaw } from './rights.ts'

export const assessApi = api({
  method: 'POST',
  path: '/assessments',
  right: askTheLaw,
  summary: 'What the penalty could be, for whom, and why',
  description: 'Computes and stores nothing. The same contract as `juxta assess`.',
  body: assessmentInputSchema,
  response: assessmentSchema,
  answer: answerAssessment,
})

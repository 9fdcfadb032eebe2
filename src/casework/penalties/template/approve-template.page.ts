import { z } from 'zod'
import { change } from '#platform/events'
import { formPage, type PageContext } from '#platform/web'
import { aDay } from '../case/form-fields.ts'
import { reasonsMax } from '../limits.ts'
import { findTemplate } from '../notice/letter-templates.ts'
import { refusals } from '../refusals.ts'
import { approveTemplates, putForwardTemplates } from '../rights.ts'
import { answerTemplate, putForward } from './approve-template.ts'
import { templateId } from './template-approval.ts'
import { templateThing } from './template-approval.store.ts'
import { templateParams, templateView, type TemplateAsked } from './show-template.page.ts'

const reasons = z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax)

const aboutOneVersion = {
  template: 'casework/penalties/template/show-template.njk',
  params: templateParams,
  refusals,
  show: (asked: TemplateAsked, ctx: PageContext) => templateView(ctx, asked, { language: 'en' }),
  next: ({ purpose, version }: TemplateAsked) => `/letters/templates/${purpose}/${version}`,
} as const

export const putTemplateForwardPage = formPage({
  ...aboutOneVersion,
  path: '/letters/templates/:purpose/:version/forward',
  right: putForwardTemplates,
  form: z.object({ fromOn: aDay('Enter the first day'), reasons }),
  submit: ({ purpose, version }, asked, { db, officer, clock, by }) => {
    const asking = { ...asked, putForwardBy: { officerId: officer.id, name: officer.name }, today: clock.today() }
    return change(db, templateThing, { id: templateId(purpose, version), by: by(asked.reasons) }, (approval) => putForward(findTemplate(purpose, version), approval, asking))
  },
  done: { en: 'Put forward. A senior officer, another person than you, answers.', fr: 'Proposé. Un cadre, autre que vous, répondra.' },
})

export const answerTemplatePage = formPage({
  ...aboutOneVersion,
  path: '/letters/templates/:purpose/:version/answer',
  right: approveTemplates,
  form: z.object({ approve: z.enum(['yes', 'no'], 'Choose whether letters may take this version'), answerReasons: reasons }),
  submit: ({ purpose, version }, { approve, answerReasons }, { db, officer, clock, by }) => {
    const answer = { approve: approve === 'yes', reasons: answerReasons, by: { officerId: officer.id, name: officer.name }, on: clock.today() }
    return change(db, templateThing, { id: templateId(purpose, version), by: by(answerReasons) }, (approval) => answerTemplate(approval, answer))
  },
  done: { en: 'Your answer is recorded.', fr: 'Votre réponse est enregistrée.' },
})

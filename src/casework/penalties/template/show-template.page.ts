import { z } from 'zod'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { findTemplate, letterTemplates, type LetterTemplate } from '../notice/letter-templates.ts'
import { speech } from '../notice/letter-speech.ts'
import { languageNames, letterLanguages, type LetterLanguage } from '../person/language.ts'
import { approveTemplates, putForwardTemplates, seeTemplates } from '../rights.ts'
import { compareLetters } from './compare-versions.ts'
import { exampleFacts } from './example-facts.ts'
import { everyApproval } from './template-approval.store.ts'
import { purposes, purposeWords, versionView } from './template-words.ts'

export const templateParams = z.object({ purpose: z.enum(purposes), version: z.coerce.number().int().positive() })
export type TemplateAsked = z.output<typeof templateParams>

const query = z.object({ language: z.enum(letterLanguages).default('en') })

/** One version on an invented letter, against the version before it. */
export const showTemplatePage = page({
  path: '/letters/templates/:purpose/:version',
  right: seeTemplates,
  template: 'casework/penalties/template/show-template.njk',
  params: templateParams,
  query,
  show: ({ params, query: { language } }, ctx) => templateView(ctx, params, language),
})

export async function templateView({ db, clock, officer }: PageContext, { purpose, version }: TemplateAsked, language: LetterLanguage): Promise<object | undefined> {
  const template = findTemplate(purpose, version)
  if (template === undefined) return undefined
  const today = clock.today()
  const approvals = await everyApproval(db)
  const shown = versionView(template, approvals, today)
  const isOpen = template.standsFrom === undefined && (shown.approval === undefined || shown.approval.standing === 'sent-back')
  return {
    ...shown,
    ...comparison(template, language),
    title: purposeWords[purpose], language,
    languages: letterLanguages.map((code) => ({ code, name: languageNames[code] })),
    mayPutForward: isOpen && may(officer, putForwardTemplates),
    mayAnswer: shown.approval?.standing === 'put-forward' && may(officer, approveTemplates),
    values: { fromOn: today },
  }
}

/** The example letter, and where it differs from the version before. */
function comparison(template: LetterTemplate, language: LetterLanguage): object {
  const facts = exampleFacts(template.purpose, language)
  const letter = template.write(speech(language), facts, false)
  const before = letterTemplates.find((each) => each.purpose === template.purpose && each.version === template.version - 1)
  const compared = before === undefined ? undefined : compareLetters(before.write(speech(language), facts, false), letter)
  return { letter, before: before?.version, differences: compared?.filter(({ standing }) => standing !== 'same') }
}

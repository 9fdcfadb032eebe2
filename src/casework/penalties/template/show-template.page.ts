import { z } from 'zod'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { findTemplate, letterTemplates, type LetterTemplate } from '../notice/letter-templates.ts'
import { speech } from '../notice/letter-speech.ts'
import { languageNames, letterLanguages, type LetterLanguage } from '../person/language.ts'
import { approveTemplates, putForwardTemplates, seeTemplates } from '../rights.ts'
import { compareLetters, sideBySide } from './compare-versions.ts'
import { exampleFacts } from './example-facts.ts'
import { everyApproval } from './template-approval.store.ts'
import { purposes, purposeWords, versionView } from './template-words.ts'

export const templateParams = z.object({ purpose: z.enum(purposes), version: z.coerce.number().int().positive() })
export type TemplateAsked = z.output<typeof templateParams>

const query = z.object({ language: z.enum(letterLanguages).default('en'), against: z.coerce.number().int().positive().optional().catch(undefined) })

/** One version on an invented letter, beside the version before it or another. */
export const showTemplatePage = page({
  path: '/letters/templates/:purpose/:version',
  right: seeTemplates,
  template: 'casework/penalties/template/show-template.njk',
  params: templateParams,
  query,
  show: ({ params, query: reading }, ctx) => templateView(ctx, params, reading),
})

interface Reading {
  readonly language: LetterLanguage
  /** The version it is read beside; the one before it where none is said. */
  readonly against?: number | undefined
}

export async function templateView({ db, clock, officer }: PageContext, { purpose, version }: TemplateAsked, { language, against = version - 1 }: Reading): Promise<object | undefined> {
  const template = findTemplate(purpose, version)
  if (template === undefined) return undefined
  const today = clock.today()
  const approvals = await everyApproval(db)
  const shown = versionView(template, approvals, today)
  const isOpen = shown.approval === undefined || shown.approval.standing === 'sent-back'
  return {
    ...shown,
    ...comparison(template, findTemplate(purpose, against), language),
    otherVersions: letterTemplates.filter((each) => each.purpose === purpose && each.version !== version).map((each) => each.version),
    title: purposeWords[purpose], language,
    languages: letterLanguages.map((code) => ({ code, name: languageNames[code] })),
    mayPutForward: isOpen && may(officer, putForwardTemplates),
    mayAnswer: shown.approval?.standing === 'put-forward' && may(officer, approveTemplates),
    values: { fromOn: today },
  }
}

/** The example letter, and where it differs from the other version. */
function comparison(template: LetterTemplate, other: LetterTemplate | undefined, language: LetterLanguage): object {
  const facts = exampleFacts(template.purpose, language)
  const letter = template.write(speech(language), facts, false)
  return { letter, other: other?.version, differences: other && sideBySide(compareLetters(other.write(speech(language), facts, false), letter)) }
}

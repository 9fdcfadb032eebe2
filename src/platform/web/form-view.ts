import type { Answers, Problem } from './form-answers.ts'
import type { PageContext } from './page-context.ts'

/** What a form's template reads beside the page's own view. */
export interface FormView {
  /** What stands in each field: what was typed, or what the page proposed. */
  readonly values: Answers
  /** One message by field name, in the shape the GOV.UK macros take as `errorMessage`. */
  readonly errors: Readonly<Record<string, { readonly text: string; readonly visuallyHiddenText: string }>>
  /** Every message in order, each linked to its field, for the summary. */
  readonly errorSummary: readonly { readonly text: string; readonly href?: string }[]
}

export function formView(shown: object, { words }: PageContext, problems: readonly Problem[], answers?: Answers): FormView {
  const visuallyHiddenText = words('Error', 'Erreur')
  const proposed = 'values' in shown ? (shown.values as Answers) : {}
  return {
    ...shown,
    values: answers ?? proposed,
    errors: Object.fromEntries(problems.toReversed().map(({ name, text }) => [name, { text, visuallyHiddenText }])),
    errorSummary: problems.map(({ name, text }) => (name === '' ? { text } : { text, href: `#${name}` })),
  }
}

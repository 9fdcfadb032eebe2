import type { z } from 'zod'
import type { Language } from './page-context.ts'

/** What a form sent: text, several texts under one name, or files. */
export type Answers = Readonly<Record<string, unknown>>

export interface Problem {
  readonly name: string
  readonly text: string
}

export type Read<Form> = { readonly form: Form } | { readonly problems: readonly Problem[] }

const languageMark = '\u2016'

/** One message in both working languages, for a form's schema: `z.string(inBoth('Say why', 'Dites pourquoi'))`. */
export function inBoth(en: string, fr: string): string {
  return en + languageMark + fr
}

/**
 * Reads answers by the form's schema. HTML cannot send "nothing" or "a list of one", so a blank answer the schema
 * refuses is read again as absent, and a single answer where it wants a list as a list of one.
 */
export function readAnswers<Form extends z.ZodType>(schema: Form, answers: Answers, language: Language): Read<z.output<Form>> {
  const first = schema.safeParse(answers)
  if (first.success) return { form: first.data }
  const second = schema.safeParse(asTheSchemaWants(answers, first.error.issues))
  if (second.success) return { form: second.data }
  const issues = second.error.issues.map((again) => saidBest(again, first.error.issues, answers))
  return { problems: issues.map((issue) => ({ name: issue.path.join('.'), text: inLanguage(issue.message, language) })) }
}

function asTheSchemaWants(answers: Answers, issues: readonly z.core.$ZodIssue[]): Answers {
  const wanted: Record<string, unknown> = { ...answers }
  for (const issue of issues) {
    const name = String(issue.path[0])
    const wantsList = issue.path.length === 1 && issue.code === 'invalid_type' && issue.expected === 'array'
    if (wantsList) wanted[name] = listOf(answers[name])
    else if (answers[name] === '') delete wanted[name]
    else if (answers[name] === undefined && wantsText(issue)) wanted[name] = ''
  }
  return wanted
}

function wantsText(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 1 && issue.code === 'invalid_type' && issue.expected === 'string'
}

/** For a field left blank the schema's own words came with the first reading, not with "expected a string, received nothing". */
function saidBest(again: z.core.$ZodIssue, first: readonly z.core.$ZodIssue[], answers: Answers): z.core.$ZodIssue {
  if (answers[String(again.path[0])] !== '') return again
  return first.find((issue) => issue.path.join() === again.path.join()) ?? again
}

function listOf(answer: unknown): readonly unknown[] {
  return answer === undefined || answer === '' ? [] : [answer]
}

function inLanguage(message: string, language: Language): string {
  const [en = message, fr = en] = message.split(languageMark)
  return language === 'fr' ? fr : en
}

import type { FastifyRequest } from 'fastify'
import type { Answers } from './form-answers.ts'
import { TooLarge } from './stops.ts'

/** A file as it came with a form. The media type is what the browser said and proves nothing. */
export interface UploadedFile {
  readonly filename: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/** The answers of a form, with its files under their field's name. A file input left empty counts as not answered. */
export async function readForm(request: FastifyRequest): Promise<Answers> {
  if (!request.isMultipart()) return trimmed((request.body ?? {}) as Record<string, unknown>)
  const answers: Record<string, unknown> = {}
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') add(answers, part.fieldname, typeof part.value === 'string' ? part.value.trim() : part.value)
      else add(answers, part.fieldname, uploaded(part.filename, part.mimetype, await part.toBuffer()))
    }
  } catch (fault) {
    if (isTooLarge(fault)) throw new TooLarge()
    throw fault
  }
  return answers
}

function uploaded(filename: string, mediaType: string, bytes: Buffer): UploadedFile | undefined {
  return bytes.length === 0 && filename === '' ? undefined : { filename, mediaType, bytes }
}

function add(answers: Record<string, unknown>, name: string, answer: unknown): void {
  if (answer === undefined || name === '__proto__') return
  const before = answers[name]
  answers[name] = before === undefined ? answer : [before, answer].flat()
}

function trimmed(body: Record<string, unknown>): Answers {
  const trim = (answer: unknown): unknown => (typeof answer === 'string' ? answer.trim() : answer)
  return Object.fromEntries(Object.entries(body).map(([name, answer]) => [name, Array.isArray(answer) ? answer.map(trim) : trim(answer)]))
}

function isTooLarge(fault: unknown): boolean {
  return fault instanceof Error && 'statusCode' in fault && fault.statusCode === 413
}

import { z } from 'zod'

/** One thing wrong with what was sent, and where: `persons[0].capacity`. An empty path is the document itself. */
export interface Problem {
  readonly path: string
  readonly message: string
}

export const problemsSchema = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) })

export function problemsOf(error: z.ZodError): readonly Problem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'This key is not part of the contract' }))
      : [{ path: pathOf(issue.path), message: plainly(issue.message) }],
  )
}

/** `['persons', 0, 'capacity']` as `persons[0].capacity`. */
export function pathOf(keys: readonly PropertyKey[]): string {
  return keys.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? String(key) : `.${String(key)}`)).join('')
}

function plainly(message: string): string {
  return message.endsWith('received undefined') ? 'This key is missing' : message
}

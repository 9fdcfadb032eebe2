import type { Refusal, Refusals } from '#platform/decisions'
import type { PageContext } from './page-context.ts'

/** The context's words for a refusal. A code without words is a fault of ours and is not shown to anybody. */
export function refusalWords(refusals: Refusals, { refused }: Refusal, ctx: PageContext): string {
  const words = refusals[refused]
  if (words === undefined) throw new Error(`No words for the refusal ${refused}`)
  return ctx.words(words.en, words.fr)
}

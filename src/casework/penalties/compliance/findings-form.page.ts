import { z } from 'zod'
import { slugOf } from '#law'
import { maybeWords, someWords } from '../case/form-fields.ts'
import { reasonsMax } from '../limits.ts'

/** One answer and one line of evidence for each row, under the row's own name. */
export const findingsForm = z
  .object({
    evidenceForAll: maybeWords(),
    reasons: someWords('Give the reasons for these findings'),
  })
  .catchall(z.unknown())

export interface RowFound<Id extends string, Standing extends string> {
  readonly id: Id
  readonly standing: Standing
  readonly evidence: string
}

/** What was answered for each row; evidence that serves for many is written once. Rows left alone are not among them. */
export function findingsIn<Id extends string, Standing extends string>(answers: z.output<typeof findingsForm>, ids: readonly Id[], standings: readonly Standing[]): readonly RowFound<Id, Standing>[] {
  return ids.flatMap((id) => {
    const standing = standings.find((each) => each === answers[`standing-${slugOf(id)}`])
    const typed = answers[`evidence-${slugOf(id)}`]
    const evidence = typeof typed === 'string' ? typed.trim().slice(0, reasonsMax) : ''
    return standing === undefined ? [] : [{ id, standing, evidence: evidence === '' ? answers.evidenceForAll.trim() : evidence }]
  })
}

/** The same findings as they stand in the form when it is opened again. */
export function findingValues(found: readonly RowFound<string, string>[]): Readonly<Record<string, string>> {
  return Object.fromEntries(found.flatMap(({ id, standing, evidence }) => [[`standing-${slugOf(id)}`, standing], [`evidence-${slugOf(id)}`, evidence]] as const))
}

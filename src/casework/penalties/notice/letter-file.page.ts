import type { Download, GoTo, PageContext } from '#platform/web'
import { insideCase } from '../case/enter-case.page.ts'

interface Opening {
  readonly caseId: string
  readonly what: string
  /** Where an officer who has not said why is sent, because a file cannot ask. */
  readonly comeBackTo: string
}

/** A document as a file, under the same rule as a page: why first, and the look is logged. Where there is nothing to show, back to the page. */
export async function asFile(ctx: PageContext, opening: Opening, file: () => Promise<Download | undefined>): Promise<Download | GoTo> {
  const view = await insideCase(ctx, opening, file)
  return view !== undefined && 'bytes' in view ? (view as Download) : { goTo: opening.comeBackTo }
}

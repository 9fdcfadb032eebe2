import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { recordLook } from '#platform/events'
import { newId } from '#platform/identity'
import type { PageContext } from '#platform/web'
import { noPence, siteName, type By } from '#values'
import { appealsOfCase } from '../appeal/appeal.store.ts'
import { capacityWords, penaltyStageWords } from '../case/words.ts'
import { readCase } from '../case/case.store.ts'
import { reasonsMax, sistersAtOnce } from '../limits.ts'
import { penaltyForm } from '../penalty/penalty-form.page.ts'
import { named, type Penalty } from '../penalty/penalty.ts'
import { proposeSisterCorrections } from '../rights.ts'
import { findSisters, type Sister } from './find-sisters.store.ts'
import { proposeSistersOf } from './correct-sisters.store.ts'
import { sameShare, shareOf } from './propose-sisters.ts'
import { sisterCauses, sisterKinds } from './sister-correction.ts'
import { correctionsFrom } from './sister-correction.store.ts'
import { causeWords, sisterStageView } from './sister-words.ts'

const form = z.object({
  id: z.uuid().default(newId),
  cause: z.enum(sisterCauses, 'Choose what they share'),
  kind: z.enum(sisterKinds, 'Choose the correction'),
  chosen: z.array(z.uuid()).max(sistersAtOnce),
  reasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax),
})

type Answers = z.output<typeof form>

/** Notices that may share what was wrong with this one: ticked together, corrected together once another officer agrees. */
export const proposeSistersPage = penaltyForm({
  end: 'sisters',
  right: proposeSisterCorrections,
  template: 'casework/penalties/sister/propose-sisters.njk',
  form,
  what: 'sister notices',
  view,
  act: propose,
  next: 'sisters',
  done: { en: 'Recorded. Another officer sees what would be corrected and agrees or sends it back.', fr: 'Enregistré. Un autre agent voit ce qui serait corrigé et donne son accord ou renvoie.' },
})

async function propose(ctx: PageContext, penalty: Penalty, { id, chosen, ...answers }: Answers, by: By) {
  const sisters = await findSisters(ctx.db, ctx.officer, penalty)
  const ticked = sisters.filter(({ penaltyId }) => chosen.includes(penaltyId))
  if (ticked.length !== chosen.length) return refuse('sisters-have-changed')
  return proposeSistersOf(ctx.db, penalty.id, {
    ...answers, correctionId: id, chosen: ticked,
    proposedBy: named(by), proposedOn: ctx.clock.today(),
  }, by)
}

async function view(ctx: PageContext, penalty: Penalty) {
  const [found, sisters, made, appeals] = [await readCase(ctx.db, penalty.caseId), await findSisters(ctx.db, ctx.officer, penalty), await correctionsFrom(ctx.db, penalty.id), await appealsOfCase(ctx.db, penalty.caseId)]
  const share = shareOf(penalty, appeals)
  await logLooks(ctx, penalty, sisters)
  return {
    penalty, found,
    heading: 'Sister notices',
    corrected: share,
    sisters: sisters.map((sister) => ({ ...sister, ...wordsOf(sister), reducedPence: sameShare(sister.amountPence, share) })),
    causes: sisterCauses.map((value) => ({ value, text: causeWords[value] })),
    mayReduce: share !== null && share.afterPence > noPence,
    made: made.map((correction) => ({ ...correction, stage: sisterStageView(correction) })),
    values: { id: newId(), kind: share === null || share.afterPence === noPence ? 'cancel' : 'reduce', chosen: [] },
  }
}

function wordsOf({ capacity, stage, port }: Sister) {
  return { capacity: capacityWords[capacity], stage: penaltyStageWords[stage], port: siteName(port) }
}

/** Names of other cases are on this page, so each of those cases has its look. */
async function logLooks(ctx: PageContext, { caseId }: Penalty, sisters: readonly Sister[]): Promise<void> {
  const others = new Set(sisters.filter((sister) => sister.caseId !== caseId).map((sister) => sister.caseId))
  for (const other of others) await recordLook(ctx.db, { subject: `case:${other}`, what: 'sister notice, name and amount', by: ctx.by('Looking for notices that share a fault') })
}

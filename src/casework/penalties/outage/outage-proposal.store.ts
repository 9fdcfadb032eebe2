import { announce, isRefused, refuse, type Decision, type Happening } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import { newId } from '#platform/identity'
import { secondsBetween, type By, type Instant } from '#values'
import { outageProposedAfterSeconds, outagesShown } from '../limits.ts'
import { evolveProposal, answerProposal, type OutageProposal, type ProposalAnswer, type ProposalEvent } from './outage-proposal.ts'
import { recordOutageIn } from './outage.store.ts'
import type { OutageChannel } from './outage.ts'

type Tables = {
  'penalties.outage_proposal': { id: string; channel: OutageChannel; from_at: Instant; until_at: Instant; answer: OutageProposal['answer'] }
  'penalties.door_beat': { channel: OutageChannel; at: Instant }
}

const on = (db: Database) => db.withTables<Tables>()

export const proposalThing: Thing<OutageProposal, ProposalEvent> = { name: 'outage-proposal', evolve: evolveProposal, read: readProposal, save: saveProposal }

export async function readProposal(db: Database, id: string): Promise<OutageProposal | undefined> {
  const row = await on(db).selectFrom('penalties.outage_proposal').selectAll().where('id', '=', id).executeTakeFirst()
  return row && proposalOf(row)
}

/** Those nobody has answered, the latest first. */
export async function unansweredProposals(db: Database): Promise<readonly OutageProposal[]> {
  const rows = await on(db).selectFrom('penalties.outage_proposal').selectAll().where('answer', 'is', null).orderBy('from_at', 'desc').limit(outagesShown).execute()
  return rows.map(proposalOf)
}

/** The door says that it is open. Where it last said so too long ago, the time between is proposed as an outage. */
export async function noteOpenDoor(db: Database, channel: OutageChannel, by: By, isFirst: boolean): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const last = await on(tx).selectFrom('penalties.door_beat').select('at').where('channel', '=', channel).forUpdate().executeTakeFirst()
    await on(tx).insertInto('penalties.door_beat').values({ channel, at: by.at }).onConflict((same) => same.column('channel').doUpdateSet({ at: by.at })).execute()
    if (!isFirst || last === undefined || secondsBetween(last.at, by.at) < outageProposedAfterSeconds) return
    const proposalId = newId()
    await changeIn(tx, proposalThing, { id: proposalId, by }, () => announce({ type: 'outage-proposed', proposalId, channel, fromAt: last.at, untilAt: by.at }))
  })
}

/** A person’s answer; where it was one, the outage is recorded in the same act. */
export async function answerProposalOf(db: Database, id: string, answer: ProposalAnswer, by: By): Promise<Decision<Happening>> {
  return db.transaction().execute(async (tx) => {
    const proposal = await readProposal(tx, id)
    if (proposal === undefined) return refuse('no-such-outage')
    const { channel, fromAt, untilAt } = proposal
    const recorded = answer.wasOutage ? await recordOutageIn(tx, { outageId: newId(), channel, fromAt, untilAt, what: answer.reasons, recordedBy: answer.by, now: by.at }, by) : undefined
    if (recorded !== undefined && isRefused(recorded)) return recorded
    return changeIn(tx, proposalThing, { id, by }, (current) => answerProposal(current, answer))
  })
}

async function saveProposal(tx: Database, _id: string, state: OutageProposal): Promise<void> {
  const row = { id: state.id, channel: state.channel, from_at: state.fromAt, until_at: state.untilAt, answer: asJson(state.answer) }
  await on(tx).insertInto('penalties.outage_proposal').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function proposalOf({ id, channel, from_at, until_at, answer }: Tables['penalties.outage_proposal']): OutageProposal {
  return { id, channel, answer, fromAt: from_at, untilAt: until_at }
}

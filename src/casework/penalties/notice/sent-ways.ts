import { channelWords, dispatchStageWords } from '../service/dispatch-words.ts'
import type { Dispatch } from '../service/dispatch.ts'

/** The ways in which one letter was sent, for the page on which it is read. */
export function sentWays(documentId: string, dispatches: readonly Dispatch[]) {
  return dispatches.filter((dispatch) => dispatch.documentId === documentId).map(({ id, channel, stage, sent }) => ({ id, channel: channelWords[channel].name, stage: dispatchStageWords[stage], sentOn: sent?.on }))
}

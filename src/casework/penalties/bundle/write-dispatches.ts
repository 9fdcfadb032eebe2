import type { BundleBlock } from '#platform/documents'
import { dayInWords, dayOf } from '#values'
import type { Dispatch } from '../service/dispatch.ts'
import { channelWords, dispatchStageWords } from '../service/dispatch-words.ts'
import { outcomeRules } from '../service/outcome.ts'
import { purposeWords } from '../template/template-words.ts'
import { fill, fit } from './columns.ts'
import { paragraph } from '../notice/letter-parts.ts'

/** Each way in which each letter was sent, with what proves it and what was heard. Silence is not delivery, and the item says so. */
export function writeDispatches(dispatches: readonly Dispatch[]): readonly BundleBlock[] {
  const left = dispatches.filter(({ stage }) => stage !== 'planned' && stage !== 'withheld')
  if (left.length === 0) return [paragraph('No sending of a letter is recorded.')]
  return [
    paragraph('“Sent, nothing heard” means that no carrier has said what became of the letter.'),
    { kind: 'rows', caption: '', columns: [fill('Letter and way'), fill('To'), fit('Sent'), fill('What was heard, and the proof')], rows: left.map(rowOf) },
  ]
}

function rowOf(dispatch: Dispatch): readonly string[] {
  const { purpose, channel, to, sent, stage, failed, outcomes } = dispatch
  const place = channel === 'email' ? (to.email ?? '') : [...to.lines, to.country].join(', ')
  const heard = outcomes.map(({ code, at, evidence }) => `${outcomeRules[code].words}, ${dayInWords(dayOf(at))} (${evidence})`)
  const proof = [...(sent === null ? [] : [sent.evidence]), ...(failed === null ? [] : [failed.why]), ...(heard.length > 0 ? heard : [dispatchStageWords[stage].word])]
  return [`${purposeWords[purpose]}, ${channelWords[channel].inside}`, `${to.name}, ${place}`, sent === null ? 'Not sent' : dayInWords(sent.on), proof.join('. ')]
}

import type { WrittenItem } from './bundle.ts'
import { notForCourt } from './write-record.ts'

interface Beside {
  /** Penalties of the same case that are not under this appeal. */
  readonly others: number
  /** The lane's record of the find: a case referred on paper has none. */
  readonly record: 'here' | 'on-its-way' | 'on-paper'
}

/** What every bundle names and leaves out, so that nobody wonders whether it was forgotten. */
export function leftOutAlways({ others, record }: Beside): readonly WrittenItem[] {
  return [
    ofTheFind[record],
    ...(others === 0 ? [] : [notForCourt('others', others === 1 ? 'The file of the other penalty of this case' : `The files of the ${others} other penalties of this case`, 'Each person’s facts, means and account are their own and no part of this appeal.')]),
    notForCourt('looks', 'The log of who looked at the case', 'It is kept for inspectors and proves nothing about the penalty.'),
  ]
}

const ofTheFind: Readonly<Record<Beside['record'], WrittenItem>> = {
  'here': notForCourt('welfare', 'Welfare, needs and referral of the people found, and intelligence references', 'They protect the people found and our sources; nothing in the penalty rests on them.'),
  'on-its-way': notForCourt('no-record', 'Record of the find at the lane', 'It has not arrived from the port yet.'),
  'on-paper': notForCourt('no-record', 'Record of the find at the lane', 'The find was referred on paper and has no record at a lane.'),
}

import type { Bundle, BundleWords } from '#platform/documents'
import { dayInWords, dayOf, london, timeOfDay, type Instant } from '#values'
import type { Appeal } from '../appeal/appeal.ts'
import { courtWords } from '../appeal/appeal-words.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { nameOf, type Person } from '../person/person.ts'
import type { OfferedItem } from './bundle.ts'
import type { Contents } from './choose-items.ts'
import { fill } from './columns.ts'

const words: BundleWords = {
  index: 'Index',
  indexColumns: ['No.', 'Item', 'Day', 'Page'],
  changed: 'What changed since the bundle before',
  notIncluded: 'What was left out, and why',
  notIncludedColumns: [fill('Record'), fill('Why it is not here')],
  nothingLeftOut: 'Nothing was left out.',
  howToCheck: 'How to check this bundle',
  howToCheckText: 'Each item gives the SHA-256 hash of what it was set from: of a photograph, the file as it was attached; of a letter, the file that was sent; of a record, its words. The hash of the whole bundle is kept with the case and is not printed in it.',
  hash: 'SHA-256', page: 'Page', of: 'of',
}

export interface Composing {
  readonly appeal: Appeal
  readonly reference: string
  readonly caseReference: string
  readonly penalty: Penalty
  readonly person: Person
  readonly contents: Contents
  readonly changes: readonly string[]
  /** Null while it is only being looked at. */
  readonly number: number | null
  readonly made: { readonly by: string; readonly at: Instant }
  readonly sender: string
  readonly demonstration: boolean
}

/** The bundle as the printer takes it: finished text, in the order of its index. */
export function composeBundle(composing: Composing): Bundle {
  const { appeal, caseReference, contents, changes, number, sender, demonstration } = composing
  const { courtName, claimNumber, appellant } = appeal
  return {
    title: `Bundle of evidence in appeal ${claimNumber}`,
    subject: `${courtName}. ${appellant}, appellant, and the Secretary of State for the Home Department, respondent`,
    sender, changes, words,
    running: `${claimNumber} · ${caseReference}`,
    marks: [...(demonstration ? ['DEMONSTRATION: not a document of any court'] : []), ...(number === null ? ['DRAFT'] : [])],
    particulars: particularsOf(composing),
    items: contents.items.map(itemOf),
    notIncluded: contents.manifest.flatMap(({ title, outBecause }) => (outBecause === null ? [] : [{ what: title, why: outBecause }])),
  }
}

function particularsOf({ appeal, reference, caseReference, penalty, person, number, made }: Composing): Bundle['particulars'] {
  const { court, courtName, claimNumber, lodgedOn, servedOn } = appeal
  return [
    { term: 'Court', text: `${courtName} (${courtWords[court].toLowerCase()})` },
    { term: 'Number of the court', text: claimNumber, exact: true },
    { term: 'Case and penalty', text: `${caseReference}, ${reference}`, exact: true },
    { term: 'Penalty on', text: `${nameOf(person)}, as ${penalty.capacity}` },
    { term: 'Under', text: `Section ${penalty.section} of the Immigration and Asylum Act 1999; appeal under section 35A` },
    { term: 'Appeal', text: `Lodged on ${dayInWords(lodgedOn)}, served on ${dayInWords(servedOn)}` },
    { term: 'Bundle', text: number === null ? 'Draft' : `Number ${number} of this appeal` },
    { term: 'Made by', text: `${made.by}, ${dayInWords(dayOf(made.at))} at ${timeOfDay(made.at, london).slice(0, 5)} (London)` },
  ]
}

function itemOf({ title, on, from, hashOf, sha256, blocks }: OfferedItem): Bundle['items'][number] {
  return { title, dated: on === null ? '' : dayInWords(on), sha256, blocks, provenance: [{ term: 'Comes from', text: from }, { term: 'The hash is of', text: hashOf }] }
}

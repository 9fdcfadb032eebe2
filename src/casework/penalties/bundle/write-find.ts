import type { BundleBlock } from '#platform/documents'
import { longTextChars } from '../limits.ts'
import { heading, paragraph } from '../notice/letter-parts.ts'
import { asWritten } from '../notice/letter-speech.ts'
import { fill, fit } from './columns.ts'

/** One part of the lane's record in words; no rows where nobody has answered it. */
export interface FindPart {
  readonly title: string
  readonly rows: readonly { readonly key: string; readonly value: string | null }[] | undefined
}

/** The lane's record part by part; a long account stands under the table as it was written. */
export function writeFind(parts: readonly FindPart[]): readonly BundleBlock[] {
  return parts.flatMap(({ title, rows = [] }) => {
    const said = rows.flatMap(({ key, value }) => (value === null || value === '' ? [] : [{ key, value }]))
    if (said.length === 0) return []
    const short = said.filter(({ value }) => value.length <= longTextChars)
    const long = said.filter(({ value }) => value.length > longTextChars)
    const table: BundleBlock = { kind: 'rows', caption: '', columns: [fit('Question'), fill('Answer')], rows: short.map(({ key, value }) => [key, value]) }
    return [heading(title), ...(short.length === 0 ? [] : [table]), ...long.flatMap(({ key, value }) => [paragraph(`${key}:`), ...reasonsGiven(value)])]
  })
}

/** What a person wrote, as they wrote it. */
export function reasonsGiven(text: string): readonly BundleBlock[] {
  return asWritten(text).map(paragraph)
}

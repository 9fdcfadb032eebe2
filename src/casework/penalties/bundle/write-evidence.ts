import type { BundleBlock } from '#platform/documents'
import { dayInWords } from '#values'
import type { Evidence, KeptBytes, Outward } from '../evidence/evidence.ts'
import { roadWords, seenWords } from '../file/file-words.ts'
import { heading, paragraph } from '../notice/letter-parts.ts'
import type { WrittenItem } from './bundle.ts'
import { reasonsGiven } from './write-find.ts'
import { notForCourt, record } from './write-record.ts'

export type Supplied = Evidence & { readonly outward: Outward }

/** What was supplied for the case or for this person: the redacted copy where one is due, and what it says typed out. */
export function writeEvidence(supplied: readonly Supplied[], personId: string): readonly WrittenItem[] {
  return supplied.filter((item) => item.personId === null || item.personId === personId).map(itemOf)
}

function itemOf(item: Supplied): WrittenItem {
  const { id, title, provenance, outward: { bytes, withheldBecause } } = item
  if (bytes === null) return notForCourt(`evidence:${id}`, title, `${withheldBecause ?? 'It may not leave the office'}.`)
  const written = record({ key: `evidence:${id}`, title, on: provenance.receivedOn, from: fromOf(item, bytes), blocks: blocksOf(item, bytes) })
  return { ...written, sha256: bytes.sha256, hashOf: isRedacted(item, bytes) ? 'the redacted copy' : 'the file as it came', sizeBytes: isPicture(bytes) ? bytes.sizeBytes : 0 }
}

function fromOf(item: Supplied, bytes: KeptBytes): string {
  const { provenance: { suppliedBy, road, receivedOn, seenAtScene }, addedBy, file } = item
  const kept = `${suppliedBy}, ${roadWords[road].toLowerCase()}, received on ${dayInWords(receivedOn)}, kept by ${addedBy.name}. At the stop: ${seenWords[seenAtScene].toLowerCase()}`
  return isRedacted(item, bytes) ? `${kept}. Redacted; the original is kept under ${file.sha256}` : kept
}

/** A file that cannot be set among tagged pages goes beside the bundle, and its words are here where somebody has typed them out. */
function blocksOf({ title, outward: { transcript } }: Supplied, bytes: KeptBytes): readonly BundleBlock[] {
  const words = transcript.trim() === '' ? [] : [heading('What it says, typed out'), ...reasonsGiven(transcript)]
  if (!isPicture(bytes)) return [paragraph('The file itself goes to the court beside this bundle; its hash is above.'), ...words]
  const { sha256, contentType } = bytes
  return [{ kind: 'picture', sha256, contentType, description: `${title}. ${words.length === 0 ? 'Nobody has typed out what it says.' : 'What it says is typed out below.'}`, caption: title }, ...words]
}

function isPicture(bytes: KeptBytes): bytes is KeptBytes & { readonly contentType: 'image/jpeg' | 'image/png' } {
  return bytes.contentType === 'image/jpeg' || bytes.contentType === 'image/png'
}

function isRedacted({ file }: Supplied, bytes: KeptBytes): boolean {
  return bytes.sha256 !== file.sha256
}

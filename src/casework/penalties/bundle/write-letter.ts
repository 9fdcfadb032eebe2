import type { BundleBlock, Envelope } from '#platform/documents'

/** A letter as its own sentences, in each language in which it went out. */
export function writeLetter(envelope: Envelope): readonly BundleBlock[] {
  return envelope.map(({ language, title, recipient, subject, particulars, blocks }) => ({
    kind: 'enclosed', language, title,
    blocks: [{ kind: 'paragraph', text: recipient.join(', ') }, { kind: 'paragraph', text: subject }, { kind: 'facts', facts: particulars }, ...blocks],
  }))
}

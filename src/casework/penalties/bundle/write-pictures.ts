import { dayInWords, dayOf, type Instant } from '#values'
import type { WrittenItem } from './bundle.ts'

export interface Photograph {
  readonly sha256: string
  readonly contentType: 'image/jpeg' | 'image/png'
  /** What it was taken of, in words. */
  readonly subject: string
  readonly mayShowPeople: boolean
  readonly hasArrived: boolean
  readonly sizeBytes: number
  readonly attachedAt: Instant
  readonly attachedBy: string
}

/** Each photograph of the find as an item of its own. Where people hid may show people: it stays out until somebody has looked at it. */
export function writePictures(photographs: readonly Photograph[]): readonly WrittenItem[] {
  return photographs.map((photograph, at) => {
    const { sha256, contentType, subject, mayShowPeople, hasArrived, attachedAt, attachedBy, sizeBytes } = photograph
    const taken = dayInWords(dayOf(attachedAt))
    const title = `Photograph ${at + 1}: ${subject.toLowerCase()}`
    const description = `Photograph taken at the find. Subject, as recorded by the officer: ${subject.toLowerCase()}.`
    return {
      key: `photograph:${subject.toLowerCase()}:${sha256}`, title, on: dayOf(attachedAt), sha256, isBarred: !hasArrived,
      from: `Taken at the find and attached to its record by ${attachedBy} on ${taken}`, hashOf: 'the photograph as it was attached',
      outBecause: whyOut(hasArrived, mayShowPeople), sizeBytes: hasArrived ? sizeBytes : 0,
      blocks: hasArrived ? [{ kind: 'picture', sha256, contentType, description, caption: `${subject}. ${attachedBy}, ${taken}.` }] : [],
    }
  })
}

function whyOut(hasArrived: boolean, mayShowPeople: boolean): string | null {
  if (!hasArrived) return 'The picture has not arrived from the port yet.'
  return mayShowPeople ? 'It may show the people who were found. Put it in only after looking at it.' : null
}

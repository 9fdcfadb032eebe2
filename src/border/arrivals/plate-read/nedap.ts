import { readText } from '#platform/wire-formats'
import { wallZone } from '#values'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { sameMoment, word } from './read-words.ts'
import type { Tags } from './tag-frame.ts'
import type { Outcome } from './understanding.ts'
import { writtenMoment } from './written-moment.ts'

/** Nedap ANPR and cameras of Tattile's family: numbered tags in a frame, over a connection of their own. */
export const nedap: Format = {
  name: 'nedap',
  recognises: (message) => message.carrier === 'tags',
  understand: (message) => (message.carrier === 'tags' ? [readOf(message.tags)] : []),
}

const tag = { date: 14_000, time: 14_001, plateAndCountry: 14_003, plate: 14_004, country: 14_005, transit: 14_009, picture: 14_020, score: 14_022 } as const

function readOf(tags: Tags): Outcome {
  const [joinedPlate, joinedCountry] = textOf(tags, tag.plateAndCountry)?.split('-') ?? []
  const plain = plainRead(textOf(tags, tag.plate) ?? word(joinedPlate))
  if ('reason' in plain) return plain

  // The clock is the camera's own; some put hyphens between the parts of a time.
  const { capturedAt, otherwise } = writtenMoment(textOf(tags, tag.date), clockOf(textOf(tags, tag.time)), wallZone())
  const transit = textOf(tags, tag.transit)
  const picture = tags.get(tag.picture)
  return {
    ...plain,
    country: country(textOf(tags, tag.country), word(joinedCountry)),
    confidence: confidence(textOf(tags, tag.score) ?? undefined),
    capturedAt,
    ...(otherwise === undefined ? {} : { capturedAtOtherwise: otherwise }),
    passageHint: transit === null ? null : `transit-${transit}`,
    images: picture === undefined || picture.length === 0 ? [] : [{ kind: 'scene', bytes: picture }],
    sameAs: sameMoment(plain.plate, capturedAt, transit),
  }
}

function clockOf(text: string | null): string | null {
  const [hour, minute, second, fraction] = /^\d+(-\d+){2,3}$/.test(text ?? '') ? (text ?? '').split('-') : []
  return hour === undefined ? text : `${hour}:${minute}:${second}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Texts may be closed by zero bytes, as in C; numbers stand in four bytes and are told by being no text. */
function textOf(tags: Tags, id: number): string | null {
  const bytes = tags.get(id)
  return bytes === undefined ? null : word(readText(bytes).replace(/\0+$/, ''))
}

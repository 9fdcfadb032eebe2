import type { LinkState, StreamState } from '#platform/replication'
import { siteName, type Port, type Site } from '#values'
import { howLong, howMuch, linkWords } from './link-words.ts'

type Language = 'en' | 'fr'

/** One link as the page shows it. */
export interface LinkView {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly means: string
  readonly streams: readonly StreamView[]
  /** The port by which this link is cut and healed. */
  readonly port: Port
  readonly isCutByHand: boolean
}

interface StreamView {
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly asOf: string | undefined
  readonly silent: string
  readonly waiting: string
  readonly interruptions: number
  readonly clashes: number
}

export interface LinkInWords {
  readonly here: Site
  readonly link: LinkState
  readonly port: Port
  readonly isCutByHand: boolean
  readonly language: Language
}

export function linkView({ here, link, port, isCutByHand, language }: LinkInWords): LinkView {
  const words = linkWords[link.condition]
  return {
    id: `link-${link.peer}`,
    title: `${siteName(here)} ↔ ${siteName(link.peer)}`,
    kind: words.kind,
    state: words[language],
    means: language === 'fr' ? words.meansFr : words.meansEn,
    streams: link.streams.map((stream) => streamView(stream, language)),
    port, isCutByHand,
  }
}

const streamNames = {
  alerts: { en: 'Alerts and lists', fr: 'Alertes et listes' },
  rest: { en: 'Reads, searches and history', fr: 'Lectures, fouilles et historique' },
  images: { en: 'Pictures', fr: 'Images' },
} as const

function streamView({ stream, condition, asOf, silentSeconds, waitingBytes, applyErrors, conflicts }: StreamState, language: Language): StreamView {
  const words = linkWords[condition]
  return {
    name: streamNames[stream][language],
    kind: words.kind,
    state: words[language],
    asOf,
    silent: silentSeconds === undefined ? '' : howLong(silentSeconds),
    waiting: waitingBytes === undefined ? '' : howMuch(waitingBytes, language),
    interruptions: applyErrors,
    clashes: conflicts,
  }
}

import { handlingWords, howWords, markerWords, surenessWords } from '#border/watchlists'
import { secondsBetween, timeOfDay, type Instant } from '#values'
import type { EntrySince } from './entry-since.ts'
import { differenceText, readTexts, surenessOf, weighedText } from './explain-hit.ts'
import type { Hit } from './hit.ts'
import { statusWords } from './hit-words.ts'

type Say = (en: string, fr: string) => string

interface Bilingual {
  readonly en: string
  readonly fr: string
}

/** How urgent the card looks: red only for stop, amber for what a person has to look at, quiet for the rest. */
const levels = { 'stop': 'stop', 'check': 'look', 'observe': 'note', 'do-not-stop': 'note' } as const

/** A hit in the reader's words, with what became of its entry where that was asked. */
export function describeHit(hit: Hit, now: Instant, say: Say, since?: EntrySince) {
  const word = ({ en, fr }: Bilingual): string => say(en, fr)
  return {
    ...hit,
    level: levels[hit.handling],
    list: say(hit.listNameEn, hit.listNameFr),
    why: say(hit.reasonEn, hit.reasonFr),
    handlingText: word(handlingWords[hit.handling]),
    markerTexts: hit.markers.map((marker) => word(markerWords[marker])),
    statusText: word(statusWords[hit.status]),
    surenessText: word(surenessWords[surenessOf(hit)]),
    howText: isForeign(hit) ? say('read as listed, but for another country', 'lue comme inscrite, mais d’un autre pays') : word(howWords[hit.how]),
    weighedText: weighedText(hit, say),
    readTexts: readTexts(hit, say),
    differenceTexts: hit.differences.map((difference) => differenceText(difference, say)),
    insideText: insideText(hit, say),
    doubtedText: hit.doubtedAt !== null && hit.status === 'acknowledged' ? say('A later read says another plate: look again', 'Une lecture suivante donne une autre plaque : regardez à nouveau') : '',
    escalatedText: hit.escalatedAt !== null && hit.status === 'raised' ? say('Nobody has answered: duty officer told', 'Sans réponse : officier de permanence prévenu') : '',
    sinceText: since === undefined ? '' : sinceText(since, say),
    seconds: Math.max(0, Math.floor(secondsBetween(hit.raisedAt, now))),
  }
}

function isForeign({ how, country, listedCountry }: Hit): boolean {
  return how === 'exact' && country !== null && listedCountry !== null && country !== listedCountry
}

/** The entry arrived after the vehicle had passed, so the officer looks for it in the zone and not in the lane. */
function insideText({ insideSince, lane }: Hit, say: Say): string {
  if (insideSince === null) return ''
  const at = timeOfDay(insideSince).slice(0, 5)
  return lane === null ? say(`Already inside: seen at ${at}`, `Déjà dans la zone : vu à ${at}`) : say(`Already inside: seen at ${at} in lane ${lane}`, `Déjà dans la zone : vu à ${at}, voie ${lane}`)
}

/** Nobody ought to act on an entry that has gone; the officer at the lane closes the hit and says why. */
function sinceText(since: EntrySince, say: Say): string {
  switch (since.kind) {
    case 'withdrawn-before': return say(`Do not act: withdrawn at ${timeOfDay(since.at)}, before this alert`, `Ne pas agir : inscription retirée à ${timeOfDay(since.at)}, avant cette alerte`)
    case 'withdrawn-since': return since.at === null ? say('Do not act: entry withdrawn', 'Ne pas agir : inscription retirée') : say(`Do not act: withdrawn at ${timeOfDay(since.at)}`, `Ne pas agir : inscription retirée à ${timeOfDay(since.at)}`)
    case 'ended-since': return say('Do not act: the entry has ended', 'Ne pas agir : inscription échue')
  }
}

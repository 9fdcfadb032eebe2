import { secondsBetween, siteName } from '#values'
import type { PageContext } from '#platform/web'
import type { CameraHealth } from './camera-health.store.ts'
import { clockSentence, faultSentence, lengthOfTime, lineBecause, lineStateWord } from './fault-words.ts'
import { misreadShareMax, sharesMin, silentAfterSeconds, unreadShareMax, unusualReadsFactor } from './limits.ts'
import { makerName } from './maker-words.ts'
import { linkWord, placeLine } from './place-words.ts'

/** One camera as the health screens show it: words where a number alone would not say whether it is good. */
export function healthView(camera: CameraHealth, ctx: PageContext) {
  const { words } = ctx
  return {
    id: camera.id, name: camera.name, state: camera.state, site: camera.site, siteName: siteName(camera.site), makerName: makerName(camera.maker, words), place: placeLine(camera, words),
    lastSeenAt: camera.lastSeenAt, today: camera.today,
    ...standing(camera, ctx),
    hour: hourView(camera),
    unread: share(camera.today.unread, camera.today.reads + camera.today.unread, unreadShareMax),
    misread: share(camera.habit?.misread ?? 0, camera.habit?.compared ?? 0, misreadShareMax),
    clock: clockView(camera, ctx),
    line: lineView(camera, ctx),
  }
}

/** A lane can be closed, so silence is something to look at, and a fault only where the camera's own habit says so. */
function standing({ state, lastSeenAt, faults }: CameraHealth, { clock, words }: PageContext) {
  const said = faults.map((fault) => faultSentence(fault, words))
  if (state === 'retired') return { standing: words('Retired', 'Retirée'), kind: 'quiet', faults: said }
  if (said.length > 0) return { standing: words('Fault', 'Défaut'), kind: 'look', faults: said }
  if (lastSeenAt === null) return { standing: words('Never heard', 'Jamais entendue'), kind: 'look', faults: said }
  const silentSeconds = Math.max(0, secondsBetween(lastSeenAt, clock.now()))
  const silent = lengthOfTime(silentSeconds)
  return silentSeconds > silentAfterSeconds
    ? { standing: words(`Silent for ${silent}`, `Muette depuis ${silent}`), kind: 'look', faults: said }
    : { standing: words('Heard', 'Entendue'), kind: 'done', faults: said }
}

function hourView({ habit }: CameraHealth) {
  const [reads, usual] = [habit?.reads ?? 0, habit?.usual_reads ?? null]
  const isUnusual = usual !== null && usual >= sharesMin && (reads * unusualReadsFactor < usual || reads > usual * unusualReadsFactor)
  return { reads, usual: usual === null ? undefined : Math.round(usual), isUnusual }
}

/** Per cent of something; undefined of too little to say. */
function share(part: number, whole: number, most: number) {
  return whole < sharesMin ? undefined : { percent: Math.round((part / whole) * 1000) / 10, isHigh: part / whole > most, part, whole }
}

function clockView({ habit, clock_ahead_ms }: CameraHealth, { words }: PageContext) {
  const measured = habit?.clock_ahead_seconds ?? null
  const set = clock_ahead_ms / 1000
  const corrected = set === 0 ? undefined : words(`${signed(set)} taken off`, `${signed(set)} retranchées`)
  return { measured: measured === null ? undefined : signed(measured), sentence: measured === null ? undefined : clockSentence(measured, words), reads: habit?.clock_reads ?? 0, set, corrected }
}

function signed(seconds: number): string {
  if (Math.abs(seconds) < 0.05) return '0 s'
  return `${seconds < 0 ? '−' : '+'}${lengthOfTime(Math.abs(seconds))}`
}

function lineView({ link, line }: CameraHealth, { words }: PageContext) {
  const how = linkWord(link, words)
  if (link === null || line === undefined) return { how }
  return {
    how, state: lineStateWord(line.state, words), kind: { up: 'done', trying: 'quiet', down: 'look' }[line.state], since: line.since, heardAt: line.heardAt, tries: line.tries,
    because: line.state === 'down' && line.reason !== null ? lineBecause(line.reason, words) : undefined, detail: line.detail,
    missingFrom: line.missingFrom,
  }
}

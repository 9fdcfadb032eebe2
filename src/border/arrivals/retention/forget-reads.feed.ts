import { sweeping } from '#platform/clock'
import { eraseHistory } from '#platform/events'
import { firstIdAt } from '#platform/identity'
import type { Feed } from '#platform/web'
import { epochMsOf, hoursAfter, isPort, type Port } from '#values'
import { deleteCorrections } from '../correction/correction.store.ts'
import { clockSetMaxSeconds, forgetAtOnce, forgetEveryMs } from '../limits.ts'
import { imageFolder } from '../plate-read/camera-intake.feed.ts'
import { deleteDueEvidence } from './evidence.store.ts'
import { forgetPicturesOfWeek, removeFiles } from './forget-pictures.feed.ts'
import { everything, forgetWeek, keepEvidence, linkedBetween, outOfTime, writeDown, type Examined, type Forgetter } from './forget-week.feed.ts'
import { keepWeeks, keepWeeksAtStart } from './keep-weeks.feed.ts'
import { keepingFor } from './retention-days.ts'
import { deleteHits, staleHits } from './retention.store.ts'
import { isForgotten } from './weeks.ts'
import { deleteCopiedStrays, deleteOwnStrays, weeksOf } from './weeks.store.ts'

/** What a sweep needs besides: how long pictures are kept, and where. */
export interface Sweep extends Forgetter {
  readonly imageDays: number
  readonly imageDir: string
  readonly onFault: (fault: Error) => void
}

/**
 * Forgets what the site saw and nothing rests on, once its time is over (legal.md 7.4). Runs at every site: each drops its own
 * weeks and its own copies, because a dropped table does not travel. What is evidence is taken out of its week as soon as it is
 * known to be, so that it is at the centre long before the week goes.
 */
export async function forgetReads(sweep: Sweep): Promise<void> {
  const { db, site, today, days, imageDays, imageDir, onFault } = sweep
  await keepWeeks(db, today)
  if (isPort(site)) await keepEvidence(sweep, site)
  for (const monday of await weeksOf(db, 'image')) {
    if (!isForgotten(monday, today, imageDays)) continue
    const pictures = await forgetPicturesOfWeek(db, imageDir, monday)
    await db.transaction().execute((tx) => writeDown(tx, { ...sweep, because: outOfTime(sweep) }, { reads: 0, crossings: 0, pictures }))
  }
  for (const monday of await weeksOf(db, 'crossing')) {
    if (!isForgotten(monday, today, days)) continue
    const waiting = await forgetWeek(sweep, monday)
    if (waiting > 0) onFault(new Error(`${waiting} crossings of the week of ${monday} are evidence that their port has not sent yet: they stay until it has`))
  }
  if (isPort(site)) await forgetOwn(sweep, site)
  await forgetStrays(sweep)
}

/** What goes row by row: hits that came to nothing and corrections, with what history says of them; and evidence whose own day has come. */
async function forgetOwn({ db, at, today, days, imageDir }: Sweep, port: Port): Promise<void> {
  const edge = hoursAfter(-24 * days, at)
  for (let more = true; more;) {
    more = await db.transaction().execute(async (tx) => {
      const ids = await staleHits(tx, port, edge, forgetAtOnce)
      await deleteHits(tx, ids)
      await eraseHistory(tx, port, 'hit', ids)
      const corrected = await deleteCorrections(tx, port, edge, forgetAtOnce)
      await eraseHistory(tx, port, 'plate-correction', corrected)
      return ids.length === forgetAtOnce || corrected.length === forgetAtOnce
    })
  }
  const { pictures } = await db.transaction().execute((tx) => deleteDueEvidence(tx, port, today))
  await removeFiles(imageDir, pictures)
}

async function forgetStrays(sweep: Sweep): Promise<void> {
  const { db, site, at, days } = sweep
  await db.transaction().execute(async (tx) => {
    const kept = (await linkedBetween(sweep, tx, everything)).map(({ crossingId }) => crossingId)
    const strays = { site, kept, before: firstIdAt(epochMsOf(hoursAfter(-24 * days, at))) }
    await writeDown(tx, { ...sweep, because: outOfTime(sweep) }, { reads: await deleteOwnStrays(tx, strays), crossings: 0, pictures: 0 })
    await deleteCopiedStrays(tx, strays)
  })
}

/** Every site makes and forgets its own weeks; the first sweep is over before a camera is answered. */
export function forgetfulness(examined: Examined): Feed {
  return {
    name: 'retention',
    mount: async (part, { db, site, audience, clock, clockWatch, dataDir, onFault }) => {
      if (audience === 'public') return
      const keeping = keepingFor({ reads: process.env['JUXTA_READ_RETENTION_DAYS'], images: process.env['JUXTA_IMAGE_RETENTION_DAYS'] })
      const tell = (fault: unknown): void => onFault?.(fault, `retention at ${site}`)
      const sweep = async (): Promise<void> => {
        const setSeconds = clockWatch?.setSeconds() ?? 0
        if (setSeconds > clockSetMaxSeconds) throw new Error(`This machine’s clock was set ${setSeconds} s ahead: nothing is forgotten until the site is started again by somebody who has looked at it`)
        await forgetReads({ db, site, examined, ...keeping, at: clock.now(), today: clock.today(), imageDir: imageFolder(dataDir, site), onFault: tell })
      }
      await keepWeeksAtStart(db, clock.today())
      const sweeps = sweeping(sweep, forgetEveryMs, tell)
      part.addHook('onClose', () => sweeps.close())
    },
  }
}

import { z } from 'zod'
import { announce } from '#platform/decisions'
import { recordLook } from '#platform/events'
import { action } from '#platform/web'
import { isPort, siteName } from '#values'
import { recallCrossing } from '../retention/evidence.store.ts'
import { seeCrossing } from '../rights.ts'
import { picturePlaces } from './picture-places.store.ts'
import { askForPictures } from './picture.store.ts'

/** One button on a crossing of another port: its pictures are asked for, and who asked is in the audit. */
export const askForPicturesAction = action({
  path: '/crossings/:id/pictures',
  right: seeCrossing,
  params: z.object({ id: z.uuid() }),
  subject: async ({ id }, { db }) => {
    const crossing = await recallCrossing(db, id)
    return crossing && { state: 'seen', site: crossing.site }
  },
  submit: async ({ id }, _form, { db, site, clock, officer, by, words }) => {
    const crossing = await recallCrossing(db, id)
    if (crossing === undefined || !isPort(crossing.site) || crossing.site === site) return announce()
    const names = crossing.plates.flatMap(({ imageSha256 }) => imageSha256 ?? [])
    const places = await picturePlaces(db, { of: crossing.site, here: site, now: clock.now() }, names)
    const missing = names.filter((name) => places.get(name) !== 'here' && places.get(name) !== 'asked')
    await askForPictures(db, { site, ofSite: crossing.site, names: missing, by: officer.name, at: clock.now() })
    const reason = words(`Pictures of a crossing asked for from ${siteName(crossing.site)}`, `Images d’un passage demandées à ${siteName(crossing.site)}`)
    for (const { plate } of crossing.plates) await recordLook(db, { by: by(reason), subject: `plate:${plate}`, what: `pictures of crossing ${id}` })
    return announce()
  },
  next: ({ id }) => `/crossings/${id}`,
})

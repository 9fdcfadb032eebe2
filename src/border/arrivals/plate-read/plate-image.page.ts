import { z } from 'zod'
import { download, type Route } from '#platform/web'
import { seeCrossing } from '../rights.ts'
import { imageFolder } from './camera-intake.feed.ts'
import { readImage, sha256Of } from './image-files.feed.ts'
import { copyOf } from '../picture/picture.store.ts'
import { imagesKept } from './plate-read.store.ts'

const params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A picture a camera took, of this site or fetched from another, for the human check of a hit. Only known kinds of picture are ever sent to a browser. */
export const plateImage: Route = {
  path: '/images/:sha256',
  right: seeCrossing,
  mount: (app, host) => download({
    path: '/images/:sha256',
    right: seeCrossing,
    params,
    show: async ({ params: { sha256 } }, { db, site }) => {
      const own = (await imagesKept(db, [sha256])).has(sha256) ? await readImage(imageFolder(host.dataDir, site), sha256) : undefined
      const bytes = own ?? await copyOf(db, sha256)
      // A disk and a link may both spoil a picture; what is compared with a plate has to be what the camera sent.
      if (bytes === undefined || sha256Of(bytes) !== sha256) return undefined
      const contentType = typeOf(bytes)
      return contentType === undefined ? undefined : { bytes, contentType, fileName: `${sha256.slice(0, 16)}.${contentType.slice(6)}` }
    },
  }).mount(app, host),
}

/** By its first bytes: what the sender called it proves nothing. */
function typeOf(bytes: Buffer): string | undefined {
  const start = bytes.toString('hex', 0, 4)
  if (start.startsWith('ffd8ff')) return 'image/jpeg'
  return start === '89504e47' ? 'image/png' : undefined
}

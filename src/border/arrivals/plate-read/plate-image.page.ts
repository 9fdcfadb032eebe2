import { z } from 'zod'
import { download, type Route } from '#platform/web'
import { seeCrossing } from '../rights.ts'
import { imageFolder } from './camera-intake.feed.ts'
import { readImage } from './image-files.feed.ts'
import { imageIsKept } from './plate-read.store.ts'

const params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A picture a camera took, for the human check of a hit. Only known kinds of picture are ever sent to a browser. */
export const plateImage: Route = {
  path: '/images/:sha256',
  right: seeCrossing,
  mount: (app, host) => download({
    path: '/images/:sha256',
    right: seeCrossing,
    params,
    show: async ({ params: { sha256 } }, { db, site }) => {
      if (!await imageIsKept(db, sha256)) return undefined
      const bytes = await readImage(imageFolder(host.dataDir, site), sha256)
      const contentType = bytes && typeOf(bytes)
      return bytes === undefined || contentType === undefined ? undefined : { bytes, contentType, fileName: `${sha256.slice(0, 16)}.${contentType.slice(6)}` }
    },
  }).mount(app, host),
}

/** By its first bytes: what the sender called it proves nothing. */
function typeOf(bytes: Buffer): string | undefined {
  const start = bytes.toString('hex', 0, 4)
  if (start.startsWith('ffd8ff')) return 'image/jpeg'
  return start === '89504e47' ? 'image/png' : undefined
}

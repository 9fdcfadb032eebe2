import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { newId } from '#platform/identity'
import { zoneOf } from '#values'
import { assets } from './assets.ts'
import { refuseCrossSite } from './cross-site.ts'
import { addErrorPages } from './error-pages.ts'
import { home } from './home.ts'
import type { AppOptions, Host } from './host.ts'
import { fieldLimit, fieldLimitBytes, fileLimit, fileLimitBytes, formLimitBytes } from './limits.ts'
import { look } from './look.ts'
import { mountApis } from './mount-api.ts'
import { noticeHub } from './notice-hub.ts'
import { piecesPage } from './pieces.page.ts'
import { changePreferences } from './preferences.ts'
import { addSessions } from './session.ts'
import { shortcutsPage } from './shortcuts.page.ts'
import { watchRoutes } from './routes.ts'
import { templates } from './templates.ts'

/**
 * One site's web application, ready to listen or to be asked by `inject`. Sign-in is a wiring like any other
 * (`src/app/sign-in`), so that a site can be built without it.
 */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: formLimitBytes, genReqId: newId, routerOptions: { ignoreTrailingSlash: true }, forceCloseConnections: true })
  watchRoutes(app)
  const built = await assets()
  const audience = options.audience ?? 'staff'
  const host: Host = {
    ...options, audience,
    look: look({ ...options, audience }, templates(built, zoneOf(options.site))),
    hub: noticeHub(options.databaseUrl),
    streams: new Set(),
  }
  await addSafety(app, host)
  addErrorPages(app, host)
  built.serve(app)
  for (const route of ownPages(host)) route.mount(app, host)
  for (const { pages = [] } of options.wirings) for (const route of pages) route.mount(app, host)
  mountApis(app, host, options.wirings.flatMap(({ apis = [] }) => apis))
  for (const { feeds = [] } of options.wirings) for (const feed of feeds) await app.register(async (part) => feed.mount(part, host))
  app.addHook('preClose', async () => host.streams.forEach((stream) => stream.close()))
  app.addHook('onClose', () => host.hub.close())
  await app.ready()
  return app
}

/** A context may bring a first page of its own; without one, the first page is the first place the person may work in. */
function ownPages({ mode, wirings }: Host) {
  const hasHome = wirings.some(({ pages = [] }) => pages.some(({ path }) => path === home.path))
  return [...(hasHome ? [] : [home]), changePreferences, shortcutsPage, ...(mode === 'demo' ? [piecesPage] : [])]
}

async function addSafety(app: FastifyInstance, host: Host): Promise<void> {
  const secure = host.publicUrl.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy(secure) },
    strictTransportSecurity: secure,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  await addSessions(app, host)
  await app.register(formbody, { bodyLimit: formLimitBytes })
  await app.register(multipart, { limits: { fileSize: fileLimitBytes, files: fileLimit, fields: fieldLimit, fieldSize: fieldLimitBytes } })
  app.addHook('onRequest', async (request) => refuseCrossSite(request))
}

/** Nothing inline and nothing from elsewhere; pictures may also come from memory, for the preview of a photograph. */
function policy(secure: boolean): Record<string, string[]> {
  const self = ["'self'"]
  return {
    'default-src': self, 'script-src': self, 'style-src': self, 'font-src': self, 'connect-src': self,
    'img-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': self, 'frame-ancestors': ["'none'"],
    ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
  }
}

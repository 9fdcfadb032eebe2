import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { grants, right } from '#platform/identity'
import { roles } from '#values'
import { bundleModules } from './browser-modules.ts'
import { digest } from './kept-work.ts'
import { compileStylesheet } from './stylesheet.ts'

export const anyone = right('site.see', ...grants(roles))

interface Asset {
  readonly type: string
  readonly bytes: Buffer
}

export interface Assets {
  /** The address of an asset by its own name, such as `juxta.css`; it changes whenever the bytes do. */
  address(name: string): string
  serve(app: FastifyInstance): void
}

/** Styles, fonts and browser modules, compiled at the first start and kept for the next. */
export async function assets(): Promise<Assets> {
  const all = new Map<string, Asset>(await readFonts())
  all.set('mark.svg', { type: 'image/svg+xml', bytes: await readFile(new URL('mark.svg', import.meta.url)) })
  const [stylesheet, modules] = await Promise.all([compileStylesheet((font) => addressOf(font, all)), bundleModules()])
  all.set('juxta.css', { type: 'text/css; charset=utf-8', bytes: Buffer.from(stylesheet) })
  for (const [name, code] of modules) all.set(name, { type: 'text/javascript; charset=utf-8', bytes: Buffer.from(code) })
  return {
    address: (name) => addressOf(name, all),
    serve: (app) => {
      for (const [name, { type, bytes }] of all) {
        const packed = gzipSync(bytes)
        app.get(addressOf(name, all), { config: { right: anyone } }, (request, reply) => {
          void reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'Accept-Encoding').type(type)
          const smaller = packed.length < bytes.length && String(request.headers['accept-encoding']).includes('gzip')
          return smaller ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(bytes)
        })
      }
    },
  }
}

function addressOf(name: string, all: ReadonlyMap<string, Asset>): string {
  const found = all.get(name)
  if (found === undefined) throw new Error(`No asset is called ${name}`)
  return `/assets/${digest(found.bytes)}/${name.replaceAll('/', '.').replace(/\.ts$/, '.js')}`
}

const fonts = ['next', 'mono'].flatMap((family) => ['latin', 'latin-ext'].map((script) => ({ family, script })))

function readFonts(): Promise<[string, Asset][]> {
  return Promise.all(
    fonts.map(async ({ family, script }): Promise<[string, Asset]> => {
      const name = `atkinson-hyperlegible-${family}`
      const path = `../../../node_modules/@fontsource-variable/${name}/files/${name}-${script}-wght-normal.woff2`
      return [`${family}-${script}.woff2`, { type: 'font/woff2', bytes: await readFile(new URL(path, import.meta.url)) }]
    }),
  )
}

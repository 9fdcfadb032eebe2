import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileStringAsync } from 'sass'
import { digestOfSources, keptWork, sourceFolder, sources } from './kept-work.ts'

const nodeModules = join(sourceFolder, '../node_modules')
const frame = 'platform/web/style/juxta.scss'

/**
 * One stylesheet for the whole product: the frame and its pieces first, then whatever stands beside the pages
 * as `.scss`. Font addresses come from outside, because they change with the fonts' bytes.
 */
export async function compileStylesheet(fontAddress: (name: string) => string): Promise<string> {
  const all = await sources('**/*.scss')
  const state = await digestOfSources([...all, 'platform/web/stylesheet.ts'])
  const compiled = await keptWork(`juxta-${state}.css`, () => compile(all))
  return fontFaces(fontAddress) + compiled
}

async function compile(all: readonly string[]): Promise<string> {
  const beside = all.filter((path) => !path.startsWith('platform/web/style/'))
  const entry = [frame, ...beside].map((path, at) => `@use '${path}' as part${at};`).join('\n')
  const { css } = await compileStringAsync(entry, {
    loadPaths: [sourceFolder, nodeModules],
    url: pathToFileURL(join(sourceFolder, 'all.scss')),
    style: 'compressed',
    quietDeps: true,
  })
  return ours(css)
}

/** The colours the design system writes as they are, where it has no property for them yet, follow ours by day and by night. */
function ours(css: string): string {
  return css.replaceAll('#f3f3f3', 'var(--surface-strong)').replaceAll('#0b0c0c', 'var(--ink)').replaceAll('#cecece', 'var(--line)')
}

const latin = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExt = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

function fontFaces(address: (name: string) => string): string {
  return ['next', 'mono'].flatMap((family) => [face(family, 'latin-ext', latinExt, address), face(family, 'latin', latin, address)]).join('')
}

function face(family: string, script: string, range: string, address: (name: string) => string): string {
  const name = family === 'next' ? 'Atkinson Hyperlegible Next' : 'Atkinson Hyperlegible Mono'
  const source = address(`${family}-${script}.woff2`)
  return `@font-face{font-family:"${name}";src:url("${source}") format("woff2");font-weight:200 800;font-style:normal;font-display:swap;unicode-range:${range}}`
}

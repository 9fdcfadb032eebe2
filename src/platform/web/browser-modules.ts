import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { digestOfSources, keptWork, sourceFolder, sources } from './kept-work.ts'

/** Every `*.browser.ts` as one small module, by its path from `src`. */
export async function bundleModules(): Promise<readonly (readonly [string, string])[]> {
  const paths = await sources('**/*.browser.ts')
  const state = await digestOfSources(paths)
  return Promise.all(paths.map(async (path) => [path, await keptWork(`${basename(path, '.ts')}-${state}.js`, () => bundle(path))] as const))
}

async function bundle(path: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(sourceFolder, path)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  })
  return outputFiles.map(({ text }) => text).join('')
}

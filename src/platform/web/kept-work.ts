import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const sourceFolder = fileURLToPath(new URL('../..', import.meta.url))
const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))
const folder = join(projectFolder, 'node_modules/.cache/juxta')

export function digest(...parts: readonly (Buffer | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 16)
}

/** The files under `src` that match, in a steady order, by their path from `src`. */
export async function sources(pattern: string): Promise<readonly string[]> {
  return (await Array.fromAsync(glob(pattern, { cwd: sourceFolder }))).sort()
}

/** A short name for what these files, and the packages they may use, hold now. */
export async function digestOfSources(paths: readonly string[]): Promise<string> {
  const files = [...paths.map((path) => join(sourceFolder, path)), join(projectFolder, 'package-lock.json')]
  return digest(...paths, ...(await Promise.all(files.map((path) => readFile(path)))))
}

/**
 * Takes compiled work from the last start, or does it and keeps it for the next process. A folder that cannot be
 * written costs a second or two at each start and nothing else.
 */
export async function keptWork(name: string, work: () => Promise<string>): Promise<string> {
  const path = join(folder, name)
  const kept = await readFile(path, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept
  const made = await work()
  const draft = `${path}.${process.pid}`
  await mkdir(folder, { recursive: true }).then(() => writeFile(draft, made)).then(() => rename(draft, path)).catch(() => {})
  return made
}

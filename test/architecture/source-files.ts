import { readdirSync, readFileSync } from 'node:fs'

/** Paths of the project's files below a folder, from the repository's root, in order. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
}

export function linesOf(path: string): number {
  return readFileSync(path, 'utf8').split('\n').length - 1
}

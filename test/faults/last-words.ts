import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from './world.ts'

const linesShown = 25

/** The ends of every log, because the folders go with the run. */
export async function lastWords({ folder, said }: World): Promise<string> {
  const files = ['calais/juxta.log', 'calais/postgres.log', 'centre/juxta.log', 'centre/postgres.log']
  const ends = await Promise.all(files.map(async (file) => {
    const written = await readFile(join(folder, file), 'utf8').catch(String)
    const lines = written.trimEnd().split('\n').filter((line) => !/STATEMENT|DETAIL|logical decoding|already streamed|recovery mode|starting up|not yet accepting|apply worker|server terminated abnormally|before or while|Connection terminated/.test(line))
    return `--- ${file}\n${lines.slice(-linesShown).map((line) => line.slice(0, 400)).join('\n')}`
  }))
  return [...said.slice(-5), ...ends].join('\n')
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCsv } from '#platform/wire-formats'
import { addedPence, valueOf, type ExportedTable, type Manifest } from './manifest.ts'

export interface CheckedExport {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Empty where every byte, row and penny is as the manifest says. */
  readonly problems: readonly string[]
}

/** Reads an export back as whoever takes it over would: from the manifest, every part and every file, and nothing besides. */
export async function checkExport(folder: string): Promise<CheckedExport> {
  const text = await readFile(join(folder, 'manifest.json'))
  const manifest = JSON.parse(text.toString('utf8')) as Manifest
  const problems = (await readFile(join(folder, 'manifest.sha256'), 'utf8')).startsWith(sha256(text)) ? [] : ['manifest.json is not the one that was written']
  for (const table of manifest.tables) problems.push(...(await checkTable(folder, table)))
  for (const { file, sha256: hash } of manifest.files) problems.push(...(await checkBytes(folder, file, hash)).problems)
  problems.push(...(await strangers(folder, manifest)))
  return { tables: manifest.tables.length, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0), files: manifest.files.length, problems }
}

async function checkTable(folder: string, { table, columns, parts, rows, pence }: ExportedTable): Promise<readonly string[]> {
  const problems: string[] = []
  let [counted, sums] = [0, addedPence({}, columns, [])]
  for (const { file, sha256: hash } of parts) {
    const read = await checkBytes(folder, file, hash)
    problems.push(...read.problems)
    const [heading = [], ...cells] = parseCsv(read.bytes.toString('utf8'))
    if (heading.join() !== columns.map(({ name }) => name).join()) problems.push(`${file} has other columns than the manifest`)
    counted += cells.length
    sums = addedPence(sums, columns, cells.map((row) => row.map(valueOf)))
  }
  if (counted !== rows) problems.push(`${table} has ${counted} rows, the manifest says ${rows}`)
  for (const [column, sum] of Object.entries(pence)) if (sums[column] !== sum) problems.push(`${table}.${column} adds up to ${sums[column]} pence, the manifest says ${sum}`)
  return problems
}

async function checkBytes(folder: string, file: string, hash: string): Promise<{ readonly bytes: Buffer; readonly problems: readonly string[] }> {
  const bytes = await readFile(join(folder, file)).catch(() => undefined)
  if (bytes === undefined) return { bytes: Buffer.alloc(0), problems: [`${file} is missing`] }
  return { bytes, problems: sha256(bytes) === hash ? [] : [`${file} is not what was written`] }
}

async function strangers(folder: string, { tables, files }: Manifest): Promise<readonly string[]> {
  const known = new Set(['manifest.json', 'manifest.sha256', 'files', ...tables.flatMap(({ parts }) => parts.map(({ file }) => file)), ...files.map(({ file }) => file)])
  const there = [...(await readdir(folder)), ...(await readdir(join(folder, 'files'))).map((file) => `files/${file}`)]
  return there.filter((file) => !known.has(file)).map((file) => `${file} is not in the manifest`)
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

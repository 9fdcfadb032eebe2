import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a running site lets other sites in; noted in its folder for commands that are run beside it. */
export interface DoorPlace {
  readonly host: string
  readonly port: number
}

const fileIn = (folder: string): string => join(folder, 'link', 'door.json')

export async function noteDoor(folder: string, door: DoorPlace): Promise<void> {
  await mkdir(join(folder, 'link'), { recursive: true })
  await writeFile(fileIn(folder), JSON.stringify(door))
}

export async function doorOf(folder: string): Promise<DoorPlace | undefined> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as DoorPlace)
}

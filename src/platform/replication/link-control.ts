import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cannotWrite } from '#platform/config'
import type { Port } from '#values'
import { controlPollMs } from './limits.ts'

/** Cuts and heals a port's link for a rehearsal. A file is the word, so that it reaches every process of an installation. */
export interface LinkControl {
  cut(port: Port): Promise<void>
  heal(port: Port): Promise<void>
  isCut(port: Port): Promise<boolean>
}

export function linkControl(rootFolder: string): LinkControl {
  const folder = join(rootFolder, 'links')
  const fileOf = (port: Port): string => join(folder, `${port}.cut`)
  return {
    cut: async (port) => {
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(fileOf(port), '')
      } catch (fault) {
        throw cannotWrite(folder, fault)
      }
    },
    heal: (port) => rm(fileOf(port), { force: true }),
    isCut: (port) => access(fileOf(port)).then(() => true, () => false),
  }
}

/** Says at once, and then at each change, whether the port's link is to be cut. */
export function watchControl(control: LinkControl, port: Port, say: (cut: boolean) => void): { close(): void } {
  let before = false
  const look = async (): Promise<void> => {
    const cut = await control.isCut(port)
    if (cut === before) return
    before = cut
    say(cut)
  }
  void look()
  const timer = setInterval(() => void look(), controlPollMs)
  return { close: () => clearInterval(timer) }
}

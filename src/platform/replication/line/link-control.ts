import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cannotWrite } from '#platform/config'
import type { Port } from '#values'
import { controlPollMs } from '../limits.ts'
import { streams, type Stream } from '../replicated-table.ts'
import { fullSpeed, type Pace } from './gate.ts'

/** What a rehearsal does to a port's link, at both its ends. */
export interface LinkOrders {
  /** Lanes on which nothing passes and nothing can be opened. */
  readonly cut: readonly Stream[]
  readonly pace: Pace
  /** One more each time that every connection is to be reset in the middle of what it carries. */
  readonly resets: number
}

export const noOrders: LinkOrders = { cut: [], pace: fullSpeed, resets: 0 }

/** Cuts, slows and heals a port's link for a rehearsal. A file is the word, so that it reaches every process of an installation. */
export interface LinkControl {
  cut(port: Port, lanes?: readonly Stream[]): Promise<void>
  /** Gives some lanes back, or ends every order there is. */
  heal(port: Port, lanes?: readonly Stream[]): Promise<void>
  /** A frozen line moves again, at this pace. */
  slow(port: Port, pace: Pick<Pace, 'latencyMs' | 'bytesPerSecond'>): Promise<void>
  /** Leaves connections open with nothing moving on them, until the link is healed. */
  freeze(port: Port): Promise<void>
  /** Resets every connection once; they may come back at once. */
  reset(port: Port): Promise<void>
  isCut(port: Port): Promise<boolean>
  orders(port: Port): Promise<LinkOrders>
}

export function linkControl(rootFolder: string): LinkControl {
  const folder = join(rootFolder, 'links')
  const fileOf = (port: Port): string => join(folder, `${port}.json`)
  const orders = async (port: Port): Promise<LinkOrders> => {
    const text = await readFile(fileOf(port), 'utf8').catch(() => undefined)
    return text === undefined ? noOrders : (JSON.parse(text) as LinkOrders)
  }
  const change = async (port: Port, changed: (before: LinkOrders) => LinkOrders): Promise<void> => {
    try {
      await mkdir(folder, { recursive: true })
      // Renamed into place: a process that looks meanwhile reads the old order or the new one, never half of one.
      await writeFile(`${fileOf(port)}.part`, JSON.stringify(changed(await orders(port))))
      await rename(`${fileOf(port)}.part`, fileOf(port))
    } catch (fault) {
      throw cannotWrite(folder, fault)
    }
  }
  return {
    cut: (port, lanes = streams) => change(port, (before) => ({ ...before, cut: streams.filter((lane) => before.cut.includes(lane) || lanes.includes(lane)) })),
    heal: (port, lanes) => (lanes === undefined ? rm(fileOf(port), { force: true }) : change(port, (before) => ({ ...before, cut: before.cut.filter((lane) => !lanes.includes(lane)) }))),
    slow: (port, pace) => change(port, (before) => ({ ...before, pace: { ...pace, frozen: false } })),
    freeze: (port) => change(port, (before) => ({ ...before, pace: { ...before.pace, frozen: true } })),
    reset: (port) => change(port, (before) => ({ ...before, resets: before.resets + 1 })),
    isCut: async (port) => (await orders(port)).cut.length > 0,
    orders,
  }
}

/** Says at each change, and at once where there is anything to say, what is ordered for the port's link. */
export function watchControl(control: LinkControl, port: Port, say: (orders: LinkOrders) => void): { close(): void } {
  let before = JSON.stringify(noOrders)
  const look = async (): Promise<void> => {
    const orders = await control.orders(port)
    const now = JSON.stringify(orders)
    if (now === before) return
    before = now
    say(orders)
  }
  void look()
  const timer = setInterval(() => void look(), controlPollMs)
  return { close: () => clearInterval(timer) }
}

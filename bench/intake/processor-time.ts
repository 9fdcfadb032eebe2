import { readFile } from 'node:fs/promises'

/** Linux counts in hundredths of a second (`getconf CLK_TCK`), whatever the kernel's own tick is. */
const ticksPerSecond = 100

/** Seconds of processor time that processes have used so far, user and system together; what they did before they ended is with their parent. */
export async function processorSeconds(processIds: readonly number[]): Promise<number> {
  const each = await Promise.all(processIds.map(ticksOf))
  return each.reduce((sum, ticks) => sum + ticks, 0) / ticksPerSecond
}

/** The command's name, which may hold anything, ends at the last bracket; user and system time are the 12th and 13th numbers after it, those of ended children follow. */
async function ticksOf(processId: number): Promise<number> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0)
}

/** A process and all that it started, as far down as they go. */
export async function familyOf(processId: number): Promise<readonly number[]> {
  const children = await readFile(`/proc/${processId}/task/${processId}/children`, 'utf8').catch(() => '')
  const below = await Promise.all(children.trim().split(' ').filter(Boolean).map((child) => familyOf(Number(child))))
  return [processId, ...below.flat()]
}

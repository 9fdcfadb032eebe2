import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { exitCodes, type CommandIo } from '../src/platform/cli/door.ts'
import type { Contender } from './match/contender.ts'
import { contenders } from './match/contenders.ts'
import type { Measured } from './match/measure.ts'
import { tableOf, type Outcome } from './match/table.ts'

const sizes = [10_000, 1_000_000, 10_000_000]

/** Ten million plates are half a gigabyte as text before anybody indexes them, and SymSpell's dictionary of one million is two. */
const heapMb = 8_192

/** Reads a second that one core holds against lists of three sizes, beside others that find near texts; BENCH_PLATES names other sizes. */
export async function benchMatch(io: CommandIo, jsonFile: string | undefined): Promise<number> {
  const asked = process.env['BENCH_PLATES']?.split(',').map(Number) ?? sizes
  const outcomes: Outcome[] = []
  for (const plates of asked) {
    for (const contender of contenders) {
      const outcome = await outcomeOf(contender, plates)
      outcomes.push(outcome)
      io.err(`${plates} plates, ${contender.name}: ${outcome.measured === undefined ? outcome.reason : `${Math.round(outcome.measured.readsPerCoreSecond.median)} reads/s of a core`}\n`)
    }
  }
  io.out(tableOf(outcomes))
  if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify(outcomes.map(withoutAnswers), null, 2)}\n`)
  return exitCodes.done
}

async function outcomeOf({ name, platesMax = Infinity, tooMany = '' }: Contender, plates: number): Promise<Outcome> {
  if (plates > platesMax) return { contender: name, plates, measured: undefined, reason: `not run: ${tooMany}` }
  const child = fork(new URL('matching/one-contender.ts', import.meta.url), [name, String(plates)], { execArgv: ['--expose-gc', `--max-old-space-size=${heapMb}`], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  const measured = await Promise.race([once(child, 'message').then(([told]) => told as Measured), ended.then(() => undefined)])
  await ended
  return { contender: name, plates, measured, reason: 'ended before it had told anything' }
}

function withoutAnswers({ contender, plates, measured, reason }: Outcome) {
  if (measured === undefined) return { contender, plates, reason }
  const { answers, ...figures } = measured
  return { ...figures, compared: answers?.length ?? 0 }
}

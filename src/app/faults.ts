import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { exitCodes, type Command } from '#platform/cli'

const program = fileURLToPath(new URL('../../test/faults/run.ts', import.meta.url))

/** `juxta faults kills`: the batteries of docs/operations/faults.md at full size. They are tests, so they run in a process of their own. */
export const faultsCommand: Command = {
  name: 'faults',
  usage: 'kills|links|mixed|disk|clocks|flood|mutants [--times N] [--seed N]',
  summary: 'spoil a centre and a port under load, and have what is left judged',
  run: async (args) => {
    const [code] = await once(spawn(process.execPath, [program, ...args], { stdio: 'inherit' }), 'exit') as [number | null]
    return code ?? exitCodes.failed
  },
}

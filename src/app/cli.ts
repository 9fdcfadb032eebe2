import { readFile } from 'node:fs/promises'
import { buffer, text } from 'node:stream/consumers'
import { endWhenDone, exitCodes, runCommand, type CommandIo } from '#platform/cli'
import { CannotStart } from '#platform/config'
import { commands } from './commands.ts'

const terminal: CommandIo = {
  stdin: () => text(process.stdin),
  readFile: (path) => readFile(path, 'utf8'),
  readBytes: (path) => (path === '-' ? buffer(process.stdin) : readFile(path)),
  out: (words) => void process.stdout.write(words),
  err: (words) => void process.stderr.write(words),
}

endWhenDone()
try {
  process.exitCode = await runCommand(commands, process.argv.slice(2), terminal)
} catch (fault) {
  if (!(fault instanceof CannotStart)) throw fault
  terminal.err(`${fault.message}\n`)
  process.exitCode = exitCodes.failed
}
// A parent's line keeps a process alive that has finished.
if (process.connected) process.disconnect?.()

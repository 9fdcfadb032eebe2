/** The world outside a command, so that a test can be the terminal. */
export interface CommandIo {
  stdin(): Promise<string>
  readFile(path: string): Promise<string>
  /** The bytes of a file, or of standard input for `-`, for commands whose input may be no text. */
  readBytes(path: string): Promise<Uint8Array>
  out(text: string): void
  err(text: string): void
}

/** One `juxta NAME`. `run` answers with the exit code. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** What follows the name: `FILE|-`. */
  readonly usage?: string
  run(args: readonly string[], io: CommandIo): Promise<number>
}

/** The contract with scripts: 0 done, 1 the answer is no or the machine failed, 2 the input or the command line is wrong. */
export const exitCodes = { done: 0, failed: 1, wrongInput: 2 } as const

/** Runs the command named by the first argument; anything else prints what there is. */
export async function runCommand(commands: readonly Command[], args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args
  const command = commands.find((each) => each.name === name)
  if (command !== undefined) return command.run(rest, io)

  const asked = name === undefined || name === 'help' || name === '--help' || name === '-h'
  if (asked) io.out(usageOf(commands))
  else io.err(`juxta has no command "${name}".\n\n${usageOf(commands)}`)
  return asked ? exitCodes.done : exitCodes.wrongInput
}

export function usageOf(commands: readonly Command[]): string {
  const calls = commands.map(({ name, usage, summary }) => ({ call: [name, usage].filter(Boolean).join(' '), summary }))
  const width = Math.max(...calls.map(({ call }) => call.length))
  const lines = calls.map(({ call, summary }) => `  juxta ${call.padEnd(width)}  ${summary}`)
  return `Usage: juxta COMMAND\n\n${lines.join('\n')}\n`
}

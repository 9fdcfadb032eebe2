import type { z } from 'zod'
import { exitCodes, type Command, type CommandIo } from './command.ts'
import { problemsOf, type Answered, type Problem } from '#platform/api'

interface JsonCommand<Input, Output> {
  readonly name: string
  readonly summary: string
  readonly input: z.ZodType<Input>
  /** Answers, or says what is wrong with an input that has the right shape. */
  answer(input: Input): Answered<Output>
}

/** A command that reads one JSON document from a file or from standard input (`-`) and writes one to standard output. */
export function jsonCommand<Input, Output>(definition: JsonCommand<Input, Output>): Command {
  const { name, summary } = definition
  return { name, summary, usage: 'FILE|-', run: (args, io) => answerJson(definition, args, io) }
}

async function answerJson<Input, Output>({ name, input, answer }: JsonCommand<Input, Output>, args: readonly string[], io: CommandIo): Promise<number> {
  const [path, ...extra] = args
  if (path === undefined || extra.length > 0) return complain(io, [{ path: '', message: `Usage: juxta ${name} FILE|-` }])

  const read = await readJson(path, io)
  if ('problems' in read) return complain(io, read.problems)
  const parsed = input.safeParse(read.document)
  if (!parsed.success) return complain(io, problemsOf(parsed.error))
  const answered = answer(parsed.data)
  if ('problems' in answered) return complain(io, answered.problems)

  io.out(`${JSON.stringify(answered.answer, null, 2)}\n`)
  return exitCodes.done
}

async function readJson(path: string, io: CommandIo): Promise<{ readonly document: unknown } | { readonly problems: readonly Problem[] }> {
  try {
    const text = path === '-' ? await io.stdin() : await io.readFile(path)
    return { document: JSON.parse(text) as unknown }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const what = error instanceof SyntaxError ? 'This is not JSON' : `Cannot read ${path}`
    return { problems: [{ path: '', message: `${what}: ${reason}` }] }
  }
}

function complain(io: CommandIo, errors: readonly Problem[]): number {
  io.err(`${JSON.stringify({ errors }, null, 2)}\n`)
  return exitCodes.wrongInput
}

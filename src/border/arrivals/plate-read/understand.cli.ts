import { exitCodes, type Command, type CommandIo } from '#platform/cli'
import { Unintelligible } from '#platform/wire-formats'
import { readAnswer } from './read-answer.ts'
import { understand } from './understand.ts'

/** `juxta understand FILE|-`: for installers, who want to know what their camera says before anybody relies on it. */
export const understandCommand: Command = {
  name: 'understand',
  summary: 'say what a camera message means',
  usage: 'FILE|- [--content-type T]',
  run: async (args, io) => {
    const asked = readArguments(args)
    if (asked === undefined) return complain(io, 'Usage: juxta understand FILE|- [--content-type T]')
    const bytes = await io.readBytes(asked.path).catch((fault: Error) => fault)
    if (bytes instanceof Error) return complain(io, `Cannot read ${asked.path}: ${bytes.message}`)
    return answer(bytes, asked.contentType, io)
  },
}

function answer(bytes: Uint8Array, contentType: string, io: CommandIo): number {
  try {
    io.out(`${JSON.stringify(readAnswer(understand(bytes, contentType)), null, 2)}\n`)
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof Unintelligible)) throw error
    return complain(io, error.message, error.reason)
  }
}

interface Asked {
  readonly path: string
  readonly contentType: string
}

function readArguments(args: readonly string[]): Asked | undefined {
  const rest = args.map((arg) => arg.replace(/^--content-type=/, '--content-type\0')).flatMap((arg) => arg.split('\0'))
  const at = rest.indexOf('--content-type')
  const contentType = at === -1 ? '' : rest[at + 1]
  const paths = at === -1 ? rest : rest.toSpliced(at, 2)
  const [path] = paths
  if (path === undefined || paths.length > 1 || contentType === undefined) return undefined
  return path.startsWith('--') ? undefined : { path, contentType }
}

function complain(io: CommandIo, message: string, reason: string = 'wrong-use'): number {
  io.err(`${JSON.stringify({ errors: [{ path: '', reason, message }] }, null, 2)}\n`)
  return exitCodes.wrongInput
}

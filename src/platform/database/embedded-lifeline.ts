import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import type { Socket } from 'node:net'
import type { Account } from './embedded-account.ts'

/**
 * Runs a program that must not outlive this process. The shell becomes the program, after leaving behind a reader on a pipe
 * from us: should we end without a word, by kill -9 or a crash, the pipe closes and the reader stops the program for us,
 * politely first. A word on the pipe means that the program has ended and its number may belong to another by now.
 */
const script = `
( read -r word <&3 && exit
  kill -INT $$ 2>/dev/null
  for second in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -0 $$ 2>/dev/null || break; done
  kill -QUIT $$ 2>/dev/null
  rmdir "$JUXTA_SOCKETS"
) >/dev/null 2>&1 &
exec 3<&-
exec "$0" "$@"
`

export interface LifelinePlan {
  readonly account: Account
  /** Where the program's words go: an open file. */
  readonly output: number
  /** Removed with the program. */
  readonly socketFolder: string
}

/** Starts the program in a session of its own, so that Ctrl-C reaches only us and we stop things in order. */
export function spawnOnLifeline(program: string, args: readonly string[], { account, output, socketFolder }: LifelinePlan): ChildProcess {
  const stdio: StdioOptions = ['ignore', output, output, 'pipe']
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C', JUXTA_SOCKETS: socketFolder }
  const child = spawn('/bin/sh', ['-c', script, program, ...args], { ...account, stdio, env, cwd: '/', detached: true })
  const line = child.stdio[3] as Socket
  line.on('error', () => {})
  line.unref()
  child.on('exit', () => line.end('ended\n'))
  return child
}

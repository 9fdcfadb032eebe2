import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SitePlan } from './solo-plan.ts'
import type { Word } from './parent.ts'

/** A site running as a process of its own. */
export interface SiteProcess {
  readonly site: string
  readonly processId: number | undefined
  /** Resolves when the site takes work. One that ends instead says so by `ended`. */
  readonly ready: Promise<void>
  /** Resolves when rows arrive from every peer. */
  readonly joined: Promise<void>
  /** Resolves with why the process ended; `undefined` when it was asked to. */
  readonly ended: Promise<string | undefined>
  stop(): Promise<void>
}

/** Longer than PostgreSQL is given to end in order. */
const stopTimeoutMs = 20_000

const program = fileURLToPath(new URL('./cli.ts', import.meta.url))

/** Starts a site in a session of its own: Ctrl-C reaches only the demonstration, which stops its sites in order. */
export function startSiteProcess({ site, environment }: SitePlan, onStep: (step: string) => void): SiteProcess {
  const args = site === 'centre' ? ['centre'] : ['port', '--site', site]
  const child = spawn(process.execPath, [program, ...args], {
    // Four processes load the same program; what one has compiled, the others and the next start need not.
    env: { ...withoutOurs(process.env), ...environment, NODE_COMPILE_CACHE: join(environment['JUXTA_DATA_DIR'] ?? '.', 'compiled') },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  })
  let said = ''
  let reason: string | undefined
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    said = (said + words).slice(-4000)
  })
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('error', (fault) => resolve(fault.message))
    child.on('close', (code, signal) => resolve(code === 0 ? undefined : (reason ?? lastWords(said, signal ?? `code ${code}`))))
  })
  const joined = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<void>()
  child.on('message', (word: Word) => {
    if ('step' in word) onStep(word.step)
    if ('ready' in word) ready.resolve()
    if ('joined' in word) joined.resolve()
    if ('reason' in word) reason = word.reason
  })

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
    await ended
    clearTimeout(timer)
  }
  return { site, processId: child.pid, ready: ready.promise, joined: joined.promise, ended, stop }
}

function lastWords(said: string, how: string): string {
  const lines = said.trim().split('\n').filter((line) => !line.startsWith('Node.js v'))
  const line = lines.findLast((each) => /^\S*(Error|Cannot)/.test(each)) ?? lines.at(-1)
  return line === undefined || line === '' ? `it ended with ${how}` : line
}

/** A site must not take up what was meant for npm or for another site. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(npm_|JUXTA_|DATABASE_URL$|NODE_CHANNEL)/.test(name)))
}

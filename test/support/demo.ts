import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The demonstration as `npm start` runs it: four processes, four databases, real replication, but no traffic of its own. */
export interface Demo {
  at(site: keyof typeof offsets): string
  /** The address of a site's own PostgreSQL is written where the demonstration keeps its files. */
  readonly folder: string
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('../../src/app/cli.ts', import.meta.url))

/** Offsets from the first port, as the product fixes them: 4600, 4601, 4611, 4612, 4613. */
const offsets = { centre: 0, public: 1, calais: 11, coquelles: 12, dunkerque: 13 } as const

const startTimeoutMs = 120_000

export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-journey-'))
  // As root, PostgreSQL runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const firstPort = await freeBlock()
  const child = spawn(process.execPath, [program, 'demo', '--speed', '0', '--first-port', String(firstPort)], {
    env: { ...process.env, JUXTA_DATA_DIR: folder },
    // The channel ends with this process however it ends, and the demonstration then stops by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let said = ''
  const running = new Promise<void>((resolve, reject) => {
    const hear = (words: Buffer): void => {
      said += words.toString()
      if (said.includes('Juxta is running')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void ended.then(() => reject(new Error(`The demonstration ended before it ran:\n${said}`)))
    setTimeout(() => reject(new Error(`The demonstration was not ready in time:\n${said}`)), startTimeoutMs).unref()
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGINT')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  await running.catch(async (fault: unknown) => {
    await stop()
    throw fault
  })
  return { at: (site) => `http://localhost:${firstPort + offsets[site]}`, folder, stop }
}

/**
 * A first port whose whole block is free now, below the ports that the system gives to connections by itself; the demonstration
 * itself refuses one that is taken meanwhile.
 */
async function freeBlock(): Promise<number> {
  for (;;) {
    const first = randomInt(20_000, 32_000)
    if ((await Promise.all(Object.values(offsets).map((offset) => isFree(first + offset)))).every(Boolean)) return first
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

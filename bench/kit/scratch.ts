import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../src/platform/database/door.ts'

/** A folder that goes when the work in it is done. `JUXTA_BENCH_FOLDER` says where the large ones lie. */
export async function inScratchFolder<Done>(work: (folder: string) => Promise<Done>): Promise<Done> {
  const folder = await mkdtemp(join(process.env['JUXTA_BENCH_FOLDER'] ?? tmpdir(), 'juxta-bench-'))
  // Run by root, PostgreSQL is another user, who has to pass through.
  await chmod(folder, 0o755)
  try {
    return await work(folder)
  } finally {
    // A server that is told to stop may still be writing its last words.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
}

/** A PostgreSQL of the measurement's own, for as long as the work with it lasts. */
export async function withServer<Done>(folder: string, settings: { readonly durable: boolean }, work: (url: (database: string) => string) => Promise<Done>): Promise<Done> {
  const server = await startEmbedded(folder, settings)
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}

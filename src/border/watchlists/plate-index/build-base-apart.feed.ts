import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BaseOrder } from './build-base.ts'
import type { KeyTable } from './key-table.ts'

/** Builds a base in a thread of its own, so that ten million plates are taken in while reads go on being matched. */
export async function buildBaseApart(order: BaseOrder): Promise<KeyTable> {
  const builder = new Worker(new URL('base-builder.feed.ts', import.meta.url))
  try {
    builder.postMessage(order)
    const [table] = await once(builder, 'message')
    return table as KeyTable
  } finally {
    await builder.terminate()
  }
}

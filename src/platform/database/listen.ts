import pg from 'pg'
import { listenAgainAfterMs } from './limits.ts'

/** What a trigger tells the process: which kind of row changed, and which one. */
export interface Notice {
  readonly topic: string
  readonly id: string
  /** For what is counted, how far it has come. */
  readonly number?: number
}

export interface Listening {
  close(): Promise<void>
}

/**
 * Hears every notice on the channel, and calls `missed` whenever the connection had to be made again,
 * because what was said meanwhile is gone and the hearer must look at the tables instead.
 */
export async function listen(url: string, hear: (notice: Notice) => void, missed: () => void): Promise<Listening> {
  let closing = false
  let client: pg.Client | undefined

  const open = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url })
    let ended = false
    const again = (): void => {
      if (ended || closing) return
      ended = true
      setTimeout(() => void reopen(), listenAgainAfterMs)
    }
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ payload }) => hear(JSON.parse(payload ?? '{}') as Notice))
    await fresh.connect().catch((fault: unknown) => {
      ended = true
      throw fault
    })
    await fresh.query('listen juxta')
    client = fresh
  }

  const reopen = async (): Promise<void> => {
    if (closing) return
    await open().then(missed, () => setTimeout(() => void reopen(), listenAgainAfterMs))
  }

  await open()
  return {
    close: async () => {
      closing = true
      await client?.end().catch(() => {})
    },
  }
}

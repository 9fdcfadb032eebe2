import { listen, type Listening, type Notice } from '#platform/database'

type Hear = (notice: Notice | undefined) => void

/** One listening connection to the database, shared by every live page of the process. */
export interface NoticeHub {
  /** Hears each notice; `undefined` means some were missed and the tables must be looked at again. */
  subscribe(hear: Hear): Promise<() => void>
  close(): Promise<void>
}

export function noticeHub(databaseUrl: string): NoticeHub {
  const hearers = new Set<Hear>()
  const tell: Hear = (notice) => hearers.forEach((hear) => hear(notice))
  let listening: Promise<Listening> | undefined

  return {
    subscribe: async (hear) => {
      listening ??= listen(databaseUrl, tell, () => tell(undefined))
      await listening.catch((fault: unknown) => {
        listening = undefined
        throw fault
      })
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    close: async () => {
      hearers.clear()
      await (await listening)?.close()
    },
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { DemoCamera } from './demo-cameras.ts'
import { postAgainAfterMs, postAttempts, postTimeoutMs, postsAtOnceMax } from './limits.ts'
import type { Message } from './sighting.ts'

/** The cameras' side of the wire. */
export interface Post {
  /** Posts a message, again after a while if nobody is there, and gives up as a camera would. */
  send(portUrl: string, camera: DemoCamera, message: Message): Promise<void>
  posted(): number
  close(): Promise<void>
}

export function openPost(signal: AbortSignal): Post {
  const underWay = new Set<Promise<void>>()
  let posted = 0

  const tryOnce = async (url: string, { id, key }: DemoCamera, { contentType, body }: Message): Promise<boolean> => {
    const authorization = `Basic ${Buffer.from(`${id}:${key}`).toString('base64')}`
    const answer = await fetch(`${url}/cameras/${id}/events`, {
      method: 'POST',
      headers: { 'content-type': contentType, authorization },
      body: new Uint8Array(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(postTimeoutMs)]),
    })
    await answer.arrayBuffer()
    if (answer.ok) posted++
    return answer.status < 500
  }

  const deliver = async (url: string, camera: DemoCamera, message: Message): Promise<void> => {
    for (let attempt = 1; attempt <= postAttempts && !signal.aborted; attempt++) {
      if (await tryOnce(url, camera, message).catch(() => false)) return
      await pause(postAgainAfterMs * attempt, undefined, { signal }).catch(() => {})
    }
  }

  return {
    send: async (url, camera, message) => {
      if (underWay.size >= postsAtOnceMax) return
      const sending = deliver(url, camera, message)
      underWay.add(sending)
      await sending.finally(() => underWay.delete(sending))
    },
    posted: () => posted,
    close: async () => void await Promise.allSettled(underWay),
  }
}

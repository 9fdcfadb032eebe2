interface Payload {
  readonly uid?: string
  readonly grantId?: string
  consumed?: number
}

interface Kept {
  readonly payload: Payload
  readonly untilMs: number
}

/** Sign-ins half done at one time on a demonstration; the oldest go first. */
const keptLimit = 2_000

/** Where the demonstration's identity provider remembers a sign-in for the second it takes. A restart forgets it, and that is well. */
export function memoryAdapter(nowMs: () => number) {
  const kept = new Map<string, Kept>()

  return (model: string) => {
    const key = (id: string): string => `${model}:${id}`
    const alive = (entry: Kept | undefined): Payload | undefined => (entry !== undefined && entry.untilMs > nowMs() ? entry.payload : undefined)
    const firstWith = (matches: (payload: Payload) => boolean): Payload | undefined =>
      [...kept.entries()].filter(([id]) => id.startsWith(`${model}:`)).map(([, entry]) => alive(entry)).find((payload) => payload !== undefined && matches(payload))
    return {
      upsert: async (id: string, payload: Payload, expiresInSeconds: number) => {
        kept.set(key(id), { payload, untilMs: nowMs() + expiresInSeconds * 1000 })
        if (kept.size > keptLimit) kept.delete(kept.keys().next().value ?? '')
      },
      find: async (id: string) => alive(kept.get(key(id))),
      findByUid: async (uid: string) => firstWith((payload) => payload.uid === uid),
      findByUserCode: async () => undefined,
      consume: async (id: string) => {
        const entry = kept.get(key(id))
        if (entry !== undefined) entry.payload.consumed = Math.floor(nowMs() / 1000)
      },
      destroy: async (id: string) => void kept.delete(key(id)),
      revokeByGrantId: async (grantId: string) => {
        for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id)
      },
    }
  }
}

import { lagLearned, passagesMax, passagesPerLane } from '../limits.ts'
import { passageOf, type UsualLag } from './passage-of.ts'
import { everyRead, newPassage, readsOf, withRead, type Passage, type PassingRead } from './passage.ts'

/** The passages whose reads may still be coming in. Lives in one process, which alone takes the port's reads. */
export interface OpenPassages {
  /** Joins the read to its passage, or begins one, and answers the passage as it now stands. */
  add(read: PassingRead, newId: () => string): Passage
  /** Takes up a passage that an earlier run of this process had begun. */
  resume(passage: Passage): void
  /** Forgets the oldest beyond what is kept; answers which. */
  trim(): readonly string[]
}

export function openPassages(): OpenPassages {
  const byId = new Map<string, Passage>()
  const byLane = new Map<string, readonly string[]>()
  const byHint = new Map<string, string>()
  const lags = usualLags()

  const near = (read: PassingRead): readonly Passage[] => {
    const ids = [byHint.get(hintKey(read)), ...(byLane.get(laneKey(read)) ?? [])]
    return ids.flatMap((id) => (id === undefined ? [] : byId.get(id) ?? []))
  }
  const remember = (passage: Passage, read: PassingRead): void => {
    byId.set(passage.id, passage)
    if (read.passageHint !== null) byHint.set(hintKey(read), passage.id)
    const lane = byLane.get(laneKey(read)) ?? []
    byLane.set(laneKey(read), [passage.id, ...lane.filter((id) => id !== passage.id)].slice(0, passagesPerLane))
  }
  return {
    add: (read, newId) => {
      const passage = withRead(passageOf(read, near(read), lags.of) ?? newPassage(newId(), read), read, newId())
      remember(passage, read)
      lags.learn(passage, read)
      return passage
    },
    resume: (passage) => {
      for (const read of everyRead(passage)) remember(passage, read)
    },
    trim: () => {
      if (byId.size <= passagesMax) return []
      const gone = byId.keys().take(byId.size - passagesMax).toArray()
      for (const passage of gone.flatMap((id) => byId.get(id) ?? [])) {
        byId.delete(passage.id)
        for (const read of everyRead(passage)) byHint.delete(hintKey(read))
      }
      return gone
    },
  }
}

/** A vehicle with one plate at both ends shows how far apart the two cameras of its lane are. */
function usualLags(): { readonly of: UsualLag; learn(passage: Passage, read: PassingRead): void } {
  const byLane = new Map<string | null, number>()
  return {
    of: (lane) => byLane.get(lane) ?? 0,
    learn: (passage, read) => {
      const front = read.faces === 'rear' && read.lane !== null ? readsOf(passage).find(({ plate, faces }) => faces === 'front' && plate === read.plate) : undefined
      if (front === undefined) return
      const [lagMs, usualMs] = [read.capturedAtMs - front.capturedAtMs, byLane.get(read.lane)]
      byLane.set(read.lane, usualMs === undefined ? lagMs : usualMs + (lagMs - usualMs) * lagLearned)
    },
  }
}

function hintKey({ cameraId, passageHint }: PassingRead): string {
  return `${cameraId} ${passageHint ?? ''}`
}

/** A camera that watches no lane of ours is a lane of its own. */
function laneKey({ lane, cameraId }: PassingRead): string {
  return lane === null ? `camera ${cameraId}` : lane
}

import { passageOf, withRead, type Passage, type PassingRead } from './passage.ts'
import { passagesMax, passagesPerLane } from '../limits.ts'

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
      const passage = withRead(passageOf(read, near(read)) ?? { id: newId(), plates: [] }, read, newId())
      remember(passage, read)
      return passage
    },
    resume: (passage) => {
      for (const read of passage.plates.flatMap(({ reads }) => reads)) remember(passage, read)
    },
    trim: () => {
      const gone = [...byId.keys()].slice(0, Math.max(0, byId.size - passagesMax))
      for (const passage of gone.flatMap((id) => byId.get(id) ?? [])) {
        byId.delete(passage.id)
        for (const read of passage.plates.flatMap(({ reads }) => reads)) byHint.delete(hintKey(read))
      }
      return gone
    },
  }
}

function hintKey({ cameraId, passageHint }: PassingRead): string {
  return `${cameraId} ${passageHint ?? ''}`
}

function laneKey({ lane }: PassingRead): string {
  return lane ?? ''
}

import { awaitedChangesMax, awaitedEntriesMax, changesPerStep } from './limits.ts'

/** How a set is read whole, and how a few changes are taken into it. */
export interface Steps<Kept> {
  load(): Promise<Kept>
  take(kept: Kept, ids: readonly string[]): Promise<void>
  /** Every change up to this number has been taken in. */
  reached(kept: Kept, number: number): void
}

export interface KeptInStep<Kept> {
  /** The row with this id has changed. */
  changed(id: string): void
  /** All that was heard of up to now makes up this number. */
  counted(number: number): void
  /** Changes may have been missed: everything is to be read again. */
  missed(): void
  /** With every change that was heard of, unless there are so many, or so much to read again, that whoever asks had better not wait. */
  current(): Promise<Kept>
}

interface State<Kept extends Sized> {
  kept: Kept | undefined
  /** How often everything was to be read, and up to which of these times it has been. */
  wanted: number
  held: number
  readonly waiting: Set<string>
  /** The number that has been reached when nothing waits any more. */
  toReach: number | undefined
  working: Promise<Kept> | undefined
}

interface Sized {
  readonly size: number
}

/** Keeps something in step with changes that are heard of one by one. One thing is done at a time; what is heard of meanwhile is done next. */
export function keptInStep<Kept extends Sized>(steps: Steps<Kept>): KeptInStep<Kept> {
  const state: State<Kept> = { kept: undefined, wanted: 1, held: 0, waiting: new Set(), toReach: undefined, working: undefined }
  const catchUp = (): Promise<Kept> => caughtUp(state, steps)
  /** A fault is for whoever waits: those who ask next wait for another try, and hear of it if that fails too. */
  const begin = (): void => {
    if (state.kept !== undefined) catchUp().catch(() => {})
  }
  return {
    changed: (id) => {
      state.waiting.add(id)
      begin()
    },
    counted: (number) => {
      state.toReach = number
      begin()
    },
    missed: () => {
      state.wanted += 1
      begin()
    },
    current: async () => {
      const { kept, waiting } = state
      if (kept === undefined) return catchUp()
      const soon = isBehind(state) ? kept.size <= awaitedEntriesMax : waiting.size <= awaitedChangesMax
      if (soon) return catchUp()
      begin()
      return kept
    },
  }
}

function caughtUp<Kept extends Sized>(state: State<Kept>, steps: Steps<Kept>): Promise<Kept> {
  if (state.working !== undefined) return state.working
  if (state.kept !== undefined && isInStep(state)) return Promise.resolve(state.kept)
  state.working = work(state, steps)
  return state.working
}

async function work<Kept extends Sized>(state: State<Kept>, steps: Steps<Kept>): Promise<Kept> {
  try {
    let { kept } = state
    while (kept === undefined || !isInStep(state)) {
      kept = kept === undefined || isBehind(state) ? await readAll(state, steps) : await takeSome(state, steps, kept)
      state.kept = kept
    }
    return kept
  } catch (fault) {
    // What was being taken in is known no more, so nothing less than everything is read next.
    state.wanted += 1
    throw fault
  } finally {
    state.working = undefined
  }
}

async function readAll<Kept extends Sized>(state: State<Kept>, { load }: Steps<Kept>): Promise<Kept> {
  const { wanted } = state
  // What was committed before now is in what will be read.
  state.waiting.clear()
  state.toReach = undefined
  const kept = await load()
  state.held = wanted
  return kept
}

async function takeSome<Kept extends Sized>(state: State<Kept>, { take, reached }: Steps<Kept>, kept: Kept): Promise<Kept> {
  const { waiting, toReach } = state
  const ids = [...waiting].slice(0, changesPerStep)
  const isAll = ids.length === waiting.size
  for (const id of ids) waiting.delete(id)
  if (isAll) state.toReach = undefined
  if (ids.length > 0) await take(kept, ids)
  if (isAll && toReach !== undefined) reached(kept, toReach)
  return kept
}

function isInStep(state: State<Sized>): boolean {
  return !isBehind(state) && state.waiting.size === 0 && state.toReach === undefined
}

function isBehind({ held, wanted }: Pick<State<Sized>, 'held' | 'wanted'>): boolean {
  return held < wanted
}

import { open, truncate, type FileHandle } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { contentOf, framed, type SpoolEntry } from './frame.ts'
import { flushEveryMs, reserveBytes, segmentMaxBytes, waitingMaxBytes } from './limits.ts'
import { isOutOfSpace, SpoolRefused } from './refused.ts'
import { giveBack, makeReserve, useReserve } from './reserve.ts'
import { deleteSegment, identityOf, pathOf, readSegment, segmentsIn, setAside, syncFolder } from './segments.ts'

export interface SpoolOptions {
  readonly folder: string
  readonly newId: () => string
  /** Told of entries the moment they are on disk, in order, before those who appended them. */
  readonly onDurable: (entries: readonly SpoolEntry[]) => void
  /** Told when the file that begins at a position cannot be read to its end; it is kept under another name. */
  readonly onDamage: (start: number) => void
}

interface Waiting {
  readonly frame: Buffer
  readonly settle: (fault?: Error) => void
}

interface Span {
  readonly start: number
  readonly end: number
}

export async function openSpool(options: SpoolOptions): Promise<Spool> {
  const left = await segmentsIn(options.folder)
  const torn = left.filter((segment) => segment.torn).map(({ start }) => start)
  for (const start of torn) options.onDamage(start)
  const empty = left.filter(({ start, end }) => start === end)
  for (const { start, torn } of empty) await (torn ? setAside(options.folder, start) : deleteSegment(options.folder, start))
  const last = left.at(-1)
  // The last run may have ended in the reserve: what it did not use is room again.
  if (last !== undefined && last.end > last.start && !last.torn) await giveBack(options.folder, last.start, last.end - last.start)
  const id = await identityOf(options.folder, options.newId)
  return new Spool(options, { id, closed: left.filter(({ start, end }) => end > start), damaged: torn, begin: left.at(-1)?.end ?? 0 })
}

/** Messages kept on disk between their acknowledgement and the database. */
export class Spool {
  readonly id: string
  readonly #options: SpoolOptions
  readonly #closed: Span[]
  readonly #damaged: Set<number>
  #file: FileHandle | undefined
  #start: number
  #end: number
  /** The file being written is the reserve, which ends where it ends. */
  #inReserve = false
  #waiting: Waiting[] = []
  #waitingBytes = 0
  #flushing: Promise<void> | undefined
  #flushedAtMs = -Infinity

  constructor(options: SpoolOptions, left: { id: string; closed: readonly Span[]; damaged: readonly number[]; begin: number }) {
    this.#options = options
    this.id = left.id
    this.#closed = [...left.closed]
    this.#damaged = new Set(left.damaged)
    this.#start = left.begin
    this.#end = left.begin
  }

  /** Where the oldest entry still kept begins. */
  get start(): number {
    return this.#closed[0]?.start ?? this.#start
  }

  /** Where the newest entry on disk ends. */
  get end(): number {
    return this.#end
  }

  /** Settles once the content has reached the disk; appends that arrive together share one flush. Rejects with `SpoolRefused` what it cannot keep. */
  append(content: Uint8Array): Promise<void> {
    if (this.#waitingBytes + content.length > waitingMaxBytes) return Promise.reject(new SpoolRefused('busy'))
    return new Promise((resolve, reject) => {
      this.#waitingBytes += content.length
      this.#waiting.push({ frame: framed(content), settle: (fault) => (fault === undefined ? resolve() : reject(fault)) })
      this.#flushing ??= this.#flushAll()
    })
  }

  /** The next entries from a position on; none at the end. */
  async read(from: number): Promise<readonly SpoolEntry[]> {
    const spans = [...this.#closed, { start: this.#start, end: this.#end }]
    const span = spans.find(({ start, end }) => end > start && end > from)
    if (span === undefined) return []
    const entries = await readSegment(this.#options.folder, span, Math.max(from, span.start))
    if (entries.length > 0) return entries
    if (!this.#damaged.has(span.start)) this.#options.onDamage(span.start)
    this.#damaged.add(span.start)
    return this.read(span.end)
  }

  /** Lets go of files that lie wholly before a position. */
  async discardBefore(position: number): Promise<void> {
    for (let oldest = this.#closed[0]; oldest !== undefined && oldest.end <= position; oldest = this.#closed[0]) {
      this.#closed.shift()
      const { folder } = this.#options
      await (this.#damaged.has(oldest.start) ? setAside(folder, oldest.start) : deleteSegment(folder, oldest.start))
    }
  }

  /** Whether new entries go into the reserve, because the disk has no other room for them. */
  get livesOnReserve(): boolean {
    return this.#inReserve
  }

  /** Leaves the reserve if it is in use, and makes one if there is none; false without room for it. Called while the disk has room; appends wait meanwhile. */
  async renewReserve(): Promise<boolean> {
    while (this.#flushing !== undefined) await this.#flushing
    const renewing = this.#renew()
    this.#flushing = renewing.then(() => this.#flushAll(), () => this.#flushAll())
    return renewing
  }

  async close(): Promise<void> {
    await this.#flushing
    await this.#endSegment()
  }

  async #renew(): Promise<boolean> {
    if (this.#inReserve) await this.#endSegment()
    return makeReserve(this.#options.folder)
  }

  async #flushAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const restMs = this.#flushedAtMs + flushEveryMs - performance.now()
      if (restMs > 0) await pause(restMs)
      this.#flushedAtMs = performance.now()
      const batch = this.#waiting
      this.#waiting = []
      this.#waitingBytes = 0
      await this.#flush(batch)
    }
    this.#flushing = undefined
  }

  async #flush(batch: readonly Waiting[]): Promise<void> {
    try {
      const entries = await this.#writeDurably(batch.map(({ frame }) => frame))
      this.#options.onDurable(entries)
      for (const { settle } of batch) settle()
    } catch (fault) {
      if (!(fault instanceof SpoolRefused)) await this.#abandonTail().catch(() => {})
      // What is too much together may fit one by one.
      else if (batch.length > 1) return this.#flushOneByOne(batch)
      for (const { settle } of batch) settle(fault as Error)
    }
  }

  async #flushOneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const one of batch) await this.#flush([one])
  }

  async #writeDurably(frames: readonly Buffer[]): Promise<readonly SpoolEntry[]> {
    const bytes = Buffer.concat(frames)
    await this.#write(bytes).catch((fault: unknown) => this.#writeIntoReserve(bytes, fault))
    const entries = placed(frames, this.#end)
    this.#end = entries.at(-1)?.end ?? this.#end
    return entries
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#inReserve && this.#end - this.#start + bytes.length > reserveBytes) throw new SpoolRefused('no-space')
    if (this.#end - this.#start >= segmentMaxBytes) await this.#endSegment()
    const file = this.#file ?? await this.#beginSegment()
    await writeWhole(file, bytes)
    await file.datasync()
  }

  async #writeIntoReserve(bytes: Buffer, fault: unknown): Promise<void> {
    if (!isOutOfSpace(fault)) throw fault
    await this.#abandonTail().catch(() => {})
    if (!(await useReserve(this.#options.folder, this.#end))) throw new SpoolRefused('no-space', fault)
    this.#start = this.#end
    this.#file = await open(pathOf(this.#options.folder, this.#start), 'r+')
    this.#inReserve = true
    await this.#write(bytes)
  }

  async #beginSegment(): Promise<FileHandle> {
    this.#start = this.#end
    this.#file = await open(pathOf(this.#options.folder, this.#start), 'w')
    await syncFolder(this.#options.folder)
    return this.#file
  }

  async #endSegment(): Promise<void> {
    const file = this.#file
    this.#file = undefined
    const { start, end } = { start: this.#start, end: this.#end }
    if (end > start) this.#closed.push({ start, end })
    this.#start = end
    await file?.close()
    if (!this.#inReserve) return
    this.#inReserve = false
    await giveBack(this.#options.folder, start, end - start)
  }

  /** After a failed flush the kernel may have dropped pages: what is unsure is cut off and that file is never written again. */
  async #abandonTail(): Promise<void> {
    const path = pathOf(this.#options.folder, this.#start)
    const lengthBytes = this.#end - this.#start
    await this.#endSegment().catch(() => {})
    await truncate(path, lengthBytes)
  }
}

async function writeWhole(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at)
    at += bytesWritten
  }
}

function placed(frames: readonly Buffer[], position: number): readonly SpoolEntry[] {
  let at = position
  return frames.map((frame) => {
    const entry = { position: at, end: at + frame.length, content: contentOf(frame) }
    at = entry.end
    return entry
  })
}

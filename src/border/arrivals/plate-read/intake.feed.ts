import { setTimeout as pause } from 'node:timers/promises'
import type { Site } from '#values'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { DiskWatch } from '#platform/health'
import { newId } from '#platform/identity'
import { openSpool, type Spool, type SpoolEntry } from '#platform/spool'
import { knownCameras, type KnownCameras } from '../camera/known-cameras.feed.ts'
import { packed, unpacked, type Delivery } from './delivery.ts'
import { batchEveryMs, batchMaxMessages, followMaxReads, followUpEveryMs, leftBehindMaxBatches, queueMaxBytes, queueMaxMessages, retryFirstMs, retryLastMs } from './limits.ts'
import { forgetFollowed, progressOf, unfollowedBatches, type Unfollowed } from './plate-read.store.ts'
import type { OnReads } from './plate-read.ts'
import { refusing, type Refusing } from './refusing.feed.ts'
import { storeBatch, type Spooled } from './store-batch.feed.ts'

export interface IntakeOptions {
  readonly db: Database
  readonly site: Site
  readonly spoolDir: string
  readonly imageDir: string
  readonly clock: Clock
  readonly onReads: OnReads
  /** Hears of what went wrong and will be tried again. */
  readonly onFault: (what: string, fault: unknown) => void
  /** The room on the disk, where somebody looks after it. */
  readonly disk?: Pick<DiskWatch, 'room' | 'onChange'> | undefined
  /** Told when cameras begin to be refused, and when they are no longer. */
  readonly onRefusing?: ((refusing: boolean) => void) | undefined
}

/** Opens the spool and begins with what an earlier run left in it. */
export async function startIntake(options: IntakeOptions): Promise<Intake> {
  const waiting: SpoolEntry[] = []
  let arrived = (entries: readonly SpoolEntry[]): void => void waiting.push(...entries)
  const spool = await openSpool({
    folder: options.spoolDir,
    newId,
    onDurable: (entries) => arrived(entries),
    onDamage: (start) => options.onFault(`The spool file at ${start} is damaged and was set aside`, undefined),
  })
  const intake = new Intake(options, spool, await progressOf(options.db, spool.id))
  arrived = (entries) => intake.arrived(entries)
  options.disk?.onChange(() => intake.keepReserve())
  intake.begin()
  return intake
}

/**
 * Takes messages from cameras to the database: onto the disk first, then, from memory while it keeps up and from the disk when it does
 * not, understood and stored in batches. Nothing acknowledged is lost or doubled by a crash anywhere (ADR 0020).
 */
export class Intake {
  readonly cameras: KnownCameras
  readonly #options: IntakeOptions
  readonly #spool: Spool
  #queue: SpoolEntry[] = []
  #queuedBytes = 0
  /** Where to read on from the disk; undefined while memory holds everything that waits. */
  #behind: number | undefined
  /** Entries before this have been handed out, so one that was read from the disk is not taken from memory again. */
  #taken = 0
  #closing = false
  #wake: () => void = () => {}
  #followUpDue = true
  /** Stored and on their way to crossing and matching, which goes on while the next messages are stored. */
  #toFollow: Unfollowed[] = []
  #following: Promise<void> | undefined
  /** Notes of what is crossed and matched; the database is told with the next batch, or at once when none waits. */
  #followed: string[] = []
  #running: Promise<void> | undefined
  #fault: string | undefined
  readonly #refusals: Refusing
  #timer: NodeJS.Timeout | undefined

  constructor(options: IntakeOptions, spool: Spool, progress: number) {
    this.#options = options
    this.#spool = spool
    this.#refusals = refusing((is) => options.onRefusing?.(is))
    this.cameras = knownCameras(options.db, options.site, options.clock)
    this.#behind = Math.max(progress, spool.start)
  }

  begin(): void {
    this.#running = this.#run()
    this.#timer = setInterval(() => {
      this.#followUpDue = true
      this.#wake()
      this.keepReserve()
    }, followUpEveryMs)
  }

  /** While the disk has room, some of it is held for the hour when it has none. */
  keepReserve(): void {
    if (this.#options.disk?.room() === 'roomy') void this.#spool.renewReserve().catch((fault: unknown) => this.#options.onFault('The spool’s reserve could not be made', fault))
  }

  /** Settles once the message is on disk; only then may the camera be told so. */
  async receive(delivery: Omit<Delivery, 'receivedAt'>): Promise<void> {
    try {
      await this.#spool.append(packed({ ...delivery, receivedAt: this.#options.clock.now() }))
    } catch (fault) {
      this.#refusals.note()
      throw fault
    }
  }

  /** Messages that cameras were told to send again or keep, since this process began. */
  get refused(): number {
    return this.#refusals.count
  }

  readonly #mayKeepPictures = (): boolean => (this.#options.disk?.room() ?? 'roomy') === 'roomy'

  /** Why messages wait on the disk instead of being stored; undefined while all is well. */
  fault(): string | undefined {
    return this.#closing ? 'it is closing' : this.#fault
  }

  arrived(entries: readonly SpoolEntry[]): void {
    for (const entry of entries) this.#enqueue(entry)
    this.#wake()
  }

  /** Ends after the batch in hand; whatever waits is on disk and is taken up at the next start. */
  async close(): Promise<void> {
    this.#closing = true
    clearInterval(this.#timer)
    this.#refusals.close()
    this.#wake()
    await this.#running
    await this.#following
    await this.#tellFollowed()
    await this.#spool.close()
  }

  #enqueue(entry: SpoolEntry): void {
    if (this.#behind !== undefined || entry.position < this.#taken) return
    const full = this.#queue.length >= queueMaxMessages || this.#queuedBytes + entry.content.length > queueMaxBytes
    if (full) {
      this.#behind = entry.position
      return
    }
    this.#queue.push(entry)
    this.#queuedBytes += entry.content.length
  }

  async #run(): Promise<void> {
    while (!this.#closing) {
      if (this.#followUpDue) await this.#followUp()
      const beganAtMs = performance.now()
      const batch = await this.#next()
      if (batch.length > 0) await this.#storeInTheEnd(batch).then(() => this.#gather(beganAtMs))
      else await this.#rest()
    }
  }

  /** Lets a few more messages come, unless a whole batch waits. */
  async #gather(beganAtMs: number): Promise<void> {
    const restMs = beganAtMs + batchEveryMs - performance.now()
    if (restMs > 0 && this.#queue.length < batchMaxMessages && this.#behind === undefined) await pause(restMs)
  }

  #rest(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#wake = resolve
    const idle = this.#queue.length === 0 && this.#behind === undefined && !this.#followUpDue && !this.#closing
    return idle ? promise : Promise.resolve()
  }

  async #next(): Promise<readonly Spooled[]> {
    if (this.#queue.length > 0) return this.#fromMemory()
    if (this.#behind === undefined) return []
    const endBefore = this.#spool.end
    const entries = await this.#fromDisk(this.#behind)
    this.#taken = entries.at(-1)?.end ?? endBefore
    // Compared without awaiting in between: an entry that lands later finds `behind` unset and stays in memory.
    this.#behind = this.#taken < this.#spool.end ? this.#taken : undefined
    return entries.map(spooled)
  }

  #fromMemory(): readonly Spooled[] {
    const batch = this.#queue.splice(0, batchMaxMessages)
    this.#queuedBytes -= batch.reduce((sum, { content }) => sum + content.length, 0)
    return batch.map(spooled)
  }

  async #fromDisk(from: number): Promise<readonly SpoolEntry[]> {
    try {
      return (await this.#spool.read(from)).slice(0, batchMaxMessages)
    } catch (fault) {
      this.#options.onFault('The spool cannot be read', fault)
      await pause(retryLastMs)
      return this.#closing ? [] : this.#fromDisk(from)
    }
  }

  /** A database that is away is waited for: the disk holds what comes meanwhile. */
  async #storeInTheEnd(batch: readonly Spooled[]): Promise<void> {
    for (let waitMs = retryFirstMs; !this.#closing; waitMs = Math.min(waitMs * 2, retryLastMs)) {
      try {
        await this.#store(batch)
        this.#fault = undefined
        return
      } catch (fault) {
        this.#options.onFault('A batch of camera messages could not be stored yet', fault)
        this.#fault = `messages wait on the disk: ${String(fault)}`
        if (isAboutTheContent(fault)) return this.#storeOneByOne(batch, fault)
      }
      await pause(waitMs)
    }
  }

  /** One message that the database will not hold must not keep back the others: alone in its batch, it goes to quarantine. */
  async #storeOneByOne(batch: readonly Spooled[], fault: Error): Promise<void> {
    const [only, ...others] = batch
    if (only !== undefined && others.length === 0) return this.#storeInTheEnd([{ ...only, refused: fault.message }])
    for (const one of batch) await this.#storeInTheEnd([one])
  }

  async #store(batch: readonly Spooled[]): Promise<void> {
    const { db, site, imageDir, onFault } = this.#options
    const cameras = await this.cameras.all()
    const followed = this.#followed.splice(0)
    const stored = await storeBatch({ db, site, imageDir, cameras, onFault, followed, spoolId: this.#spool.id, mayKeepPictures: this.#mayKeepPictures }, batch).catch((fault: unknown) => {
      this.#followed.push(...followed)
      throw fault
    })
    await this.#handOn([stored])
    const done = batch.at(-1)?.end ?? 0
    await this.#spool.discardBefore(done).catch((fault: unknown) => onFault('A spool file could not be deleted', fault))
  }

  /** Following waits for the database as long as storing does, so the two overlap; the next store waits only when following is far behind. */
  async #handOn(batches: readonly Unfollowed[]): Promise<void> {
    this.#toFollow.push(...batches.filter(({ reads }) => reads.length > 0))
    if (this.#toFollow.length === 0) return
    this.#following ??= this.#followAll()
    if (readsIn(this.#toFollow) > followMaxReads) await this.#following
  }

  async #followAll(): Promise<void> {
    while (this.#toFollow.length > 0) {
      await this.#follow(this.#nextTurn())
      if (this.#toFollow.length === 0 && this.#queue.length === 0) await this.#tellFollowed()
    }
    this.#following = undefined
  }

  /** As many batches as make a turn; one at least. */
  #nextTurn(): readonly Unfollowed[] {
    const tooMany = this.#toFollow.findIndex((_, at) => readsIn(this.#toFollow.slice(0, at + 1)) > followMaxReads)
    return this.#toFollow.splice(0, tooMany === -1 ? this.#toFollow.length : Math.max(1, tooMany))
  }

  async #follow(batches: readonly Unfollowed[]): Promise<void> {
    try {
      await this.#options.onReads(batches.flatMap(({ reads }) => reads))
      this.#followed.push(...batches.map(({ note }) => note))
    } catch (fault) {
      this.#options.onFault('Reads were stored and not yet matched; they will be handed on again', fault)
    }
  }

  /** Told late or never after a fault, they are only handed on once more. */
  async #tellFollowed(): Promise<void> {
    const followed = this.#followed.splice(0)
    await forgetFollowed(this.#options.db, followed).catch((fault: unknown) => this.#options.onFault('Reads that were matched could not be noted as such', fault))
  }

  async #followUp(): Promise<void> {
    this.#followUpDue = false
    // What is on its way now is not left behind.
    await this.#following
    await this.#tellFollowed()
    const left = await unfollowedBatches(this.#options.db, leftBehindMaxBatches).catch((fault: unknown) => {
      this.#options.onFault('Reads left behind could not be looked up', fault)
      return []
    })
    // Reads that were forgotten meanwhile, with their week, are followed by nobody.
    this.#followed.push(...left.filter(({ reads }) => reads.length === 0).map(({ note }) => note))
    await this.#handOn(left)
  }
}

/** SQLSTATE classes 22 (a value it cannot hold), 23 (a rule of the table) and 54 (too large): trying the same again is no use. */
function isAboutTheContent(fault: unknown): fault is Error {
  return fault instanceof Error && 'code' in fault && /^(22|23|54)/.test(String(fault.code))
}

function readsIn(batches: readonly Unfollowed[]): number {
  return batches.reduce((sum, { reads }) => sum + reads.length, 0)
}

function spooled({ content, position, end }: SpoolEntry): Spooled {
  return { delivery: unpacked(content), position, end }
}

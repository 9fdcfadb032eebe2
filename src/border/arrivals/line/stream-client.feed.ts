import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { device, resolveTarget, type AddressRule, type Credentials, type Device } from '#platform/outgoing'
import { PartStream } from '#platform/wire-formats'
import type { StreamKind } from '../camera/camera.ts'
import { eventMessage } from './event-message.ts'
import { EventGathering, isSignOfLife, type Gathered } from './gather-event.ts'
import { keepTrying } from './keep-trying.feed.ts'
import { diskRetryMs, messageMaxBytes, picturesWaitMs, signOfLifeEveryMs, stallMs } from './limits.ts'
import { LineFault } from './line-fault.ts'
import type { Line, LineEnds } from './line.ts'
import { streamPath } from './stream-question.ts'

export interface Streaming extends LineEnds {
  readonly link: { readonly by: StreamKind; readonly url: string; readonly channel: number }
  readonly credentials: Credentials | undefined
  readonly isAllowed: AddressRule
  /** Called each time the stream stands, with the device to ask for what was missed. */
  readonly onUp?: (device: Device, signal: AbortSignal) => Promise<void>
  readonly stalledAfterMs?: number
}

/** Reads the events a camera streams, for as long as the camera is on the register: reconnects, and notices when nothing comes any more. */
export function readStream(streaming: Streaming): Line {
  const { link, credentials, isAllowed, onUp, onFault } = streaming
  return keepTrying(async (signal, up) => {
    const camera = device(await resolveTarget(link.url, ['http', 'https'], isAllowed), credentials)
    const answer = await camera.open({ path: streamPath(link.by, link.channel) }, signal)
    up()
    const catchingUp = onUp?.(camera, signal).catch((fault: unknown) => onFault('What a camera recorded while its line was down could not be fetched yet', fault))
    try {
      await followBody(answer, streaming, signal)
    } finally {
      answer.destroy()
      await catchingUp
    }
  }, streaming.told)
}

async function followBody(answer: IncomingMessage, { link, heard, receive, stalledAfterMs = stallMs }: Streaming, signal: AbortSignal): Promise<void> {
  const stream = new PartStream(String(answer.headers['content-type'] ?? ''), messageMaxBytes)
  const gathering = new EventGathering(link.by)
  const deliver = inOrder(receive, signal)
  const stalled = setTimeout(() => answer.destroy(new LineFault('stalled', `nothing came for ${stalledAfterMs / 1000} s`)), stalledAfterMs)
  let picturesLate: NodeJS.Timeout | undefined
  const late = (): void => {
    for (const event of gathering.flush()) void deliver(event)
  }
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      stalled.refresh()
      heard()
      clearTimeout(picturesLate)
      for (const event of stream.push(piece).flatMap((part) => gathering.take(part))) await deliver(event)
      if (gathering.isWaiting) picturesLate = setTimeout(late, picturesWaitMs)
    }
  } finally {
    clearTimeout(stalled)
    clearTimeout(picturesLate)
    const rest = stream.end().flatMap((part) => gathering.take(part))
    for (const event of [...rest, ...gathering.flush()]) await deliver(event)
  }
}

/** One event after the other, each until the disk has it: while the disk does not write, nothing more is read and the camera keeps what it has. */
function inOrder(receive: LineEnds['receive'], signal: AbortSignal): (event: Gathered) => Promise<void> {
  let before: Promise<void> = Promise.resolve()
  let lifeKeptAtMs = -Infinity
  const deliver = async (event: Gathered): Promise<void> => {
    if (isSignOfLife(event[0])) {
      if (performance.now() - lifeKeptAtMs < signOfLifeEveryMs) return
      lifeKeptAtMs = performance.now()
    }
    const { bytes, contentType } = eventMessage(event)
    for (let isKept = false; !isKept && !signal.aborted;) {
      isKept = await receive(bytes, contentType).then(() => true, () => false)
      if (!isKept) await pause(diskRetryMs, undefined, { signal }).catch(() => undefined)
    }
  }
  return (event) => {
    before = before.then(() => deliver(event))
    return before
  }
}

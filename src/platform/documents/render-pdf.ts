import { Worker } from 'node:worker_threads'
import { epochMsOf, type Instant } from '#values'
import { printingTimeoutMs } from './limits.ts'
import type { Files, Print, Printed } from './print-order.ts'

interface Waiting {
  readonly print: (print: Print) => void
  readonly fail: (fault: Error) => void
}

interface Press {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
}

let press: Press | undefined
let orders = 0

/**
 * Sets a Typst layout with its input as a tagged PDF/UA-1. The same arguments give the same bytes: the only time in the
 * file is `writtenAt`. Throws when the layout is wrong, an image has no description or a character has no glyph.
 */
export async function renderPdf(source: string, input: unknown, writtenAt: Instant): Promise<Uint8Array> {
  return (await renderPages(source, input, writtenAt, {})).pdf
}

/** The same with pictures, each under the path that the layout reads it by, and the number of pages it came to. */
export function renderPages(source: string, input: unknown, writtenAt: Instant, files: Files): Promise<Print> {
  const { worker, waiting } = (press ??= openPress())
  const id = (orders += 1)
  return new Promise<Print>((print, fail) => {
    const timer = setTimeout(() => void worker.terminate(), printingTimeoutMs)
    const settled = <Value>(settle: (value: Value) => void) => (value: Value) => {
      clearTimeout(timer)
      waiting.delete(id)
      if (waiting.size === 0) worker.unref()
      settle(value)
    }
    waiting.set(id, { print: settled(print), fail: settled(fail) })
    worker.ref()
    worker.postMessage({ id, source, files, input: JSON.stringify(input), writtenAtSeconds: Math.floor(epochMsOf(writtenAt) / 1000) })
  })
}

/** Compiling holds its thread for milliseconds, which the lanes' alerts would feel, so letters are printed on one of their own. */
function openPress(): Press {
  const worker = new Worker(new URL('./printing-thread.ts', import.meta.url))
  const opened: Press = { worker, waiting: new Map() }
  const close = (fault: Error): void => {
    if (press === opened) press = undefined
    for (const { fail } of opened.waiting.values()) fail(fault)
  }
  worker.on('message', (printed: Printed) => {
    const order = opened.waiting.get(printed.id)
    if ('pdf' in printed) order?.print(printed)
    else order?.fail(new Error(`The document cannot be printed: ${printed.fault}`))
  })
  worker.on('error', (fault) => close(fault instanceof Error ? fault : new Error(String(fault))))
  worker.on('exit', () => close(new Error('The printing thread ended')))
  return opened
}

import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { CannotStart } from '#platform/config'
import { ScannerAway, type Scanned, type Scanner } from './scanner.ts'

/** Where clamd listens: a port of a host, or a socket in the file system. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string }

/** `tcp://host:port` or `unix:/path`, as a setting gives it. */
export function parseScannerAddress(text: string): ScannerAddress {
  if (text.startsWith('unix:/')) return { path: text.slice('unix:'.length) }
  const url = URL.parse(text)
  if (url?.protocol !== 'tcp:' || url.hostname === '' || url.port === '') throw new CannotStart(`JUXTA_VIRUS_SCANNER is ${text}. Set it to tcp://HOST:PORT or unix:/PATH, where clamd listens.`)
  return { host: url.hostname, port: Number(url.port) }
}

export interface ScanLimits {
  /** For one whole question, from the first byte to the answer. */
  readonly timeoutMs: number
  readonly chunkBytes: number
  readonly answerMaxBytes: number
}

/** A large photograph takes clamd about a second on a busy machine; its answers are a line. */
const usual: ScanLimits = { timeoutMs: 30_000, chunkBytes: 64 * 1024, answerMaxBytes: 4096 }

/** A scanner that speaks clamd's protocol: each question on a connection of its own, ended by a zero byte, and so is the answer (clamd(8), "COMMANDS"). */
export function clamd(address: ScannerAddress, limits: ScanLimits = usual): Scanner {
  return {
    scan: async (bytes) => readVerdict(await ask(address, limits, streamed(bytes, limits.chunkBytes))),
    definitions: () => ask(address, limits, [Buffer.from('zVERSION\0')]),
  }
}

/** `INSTREAM`: chunks with their length before them, in network order, and an empty one at the end. */
function* streamed(bytes: Uint8Array, chunkBytes: number): Iterable<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes)
    yield lengthOf(chunk.length)
    yield chunk
  }
  yield lengthOf(0)
}

function lengthOf(count: number): Buffer {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(count)
  return four
}

function readVerdict(answer: string): Scanned {
  const said = answer.replace(/^stream: /, '')
  if (said === 'OK') return { found: 'clean' }
  const threat = /^(.+) FOUND$/.exec(said)?.[1]
  return threat === undefined ? { found: 'failed', why: said.replace(/ ERROR$/, '') } : { found: 'infected', threat }
}

/** What the scanner answered, without the zero byte that ends it. It may answer before it has taken everything, when that is too much for it. */
function ask(address: ScannerAddress, { timeoutMs, answerMaxBytes }: ScanLimits, frames: Iterable<Uint8Array>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...address, signal: AbortSignal.timeout(timeoutMs) })
    let heard = Buffer.alloc(0)
    let fault: Error | undefined
    socket.on('data', (part: Buffer) => {
      heard = Buffer.concat([heard, part])
      if (heard.includes(0) || heard.length > answerMaxBytes) socket.destroy()
    })
    socket.on('error', (why) => (fault = why))
    socket.on('close', () => {
      const end = heard.indexOf(0)
      if (end > 0) resolve(heard.subarray(0, end).toString('utf8').trim())
      else reject(new ScannerAway(`The virus scanner did not answer: ${fault?.message ?? 'it ended the connection'}`))
    })
    // The scanner may hang up on what is too large while it is still being sent: its answer counts then, not the broken pipe.
    Readable.from(frames).on('error', () => socket.destroy()).pipe(socket, { end: false })
  })
}

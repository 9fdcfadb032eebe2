import { connect, type Socket } from 'node:net'

/** What a camera heard: when, by `performance.now()`, and with which status. */
export interface Answer {
  readonly atMs: number
  readonly status: number
}

/**
 * Connections kept open, each with one message on its way, as cameras hold them. Over bare sockets, because an HTTP client would cost this
 * machine more than the side that is measured. A message that finds every line taken waits for the first that is free.
 */
export interface CameraLines {
  send(request: Buffer): Promise<Answer>
  close(): void
}

interface Waiting {
  readonly request: Buffer
  readonly settle: (answer: Answer) => void
}

/** A camera whose line broke hears nothing; that is no status of HTTP's. */
export const lineBroke = 0

export async function openLines(address: string, count: number): Promise<CameraLines> {
  const { hostname, port } = new URL(address)
  const queue: Waiting[] = []
  let taken = 0
  const free: Line[] = []
  const next = (line: Line): void => {
    const waiting = queue[taken]
    if (waiting === undefined) return void free.push(line)
    taken += 1
    // Cut off in large pieces: taking the first of a long array away each time would cost more than sending it.
    if (taken === 1024) taken = queue.splice(0, taken).length - 1024
    line.carry(waiting)
  }
  const open = (): Promise<Line> => openLine(hostname, Number(port), next)
  const lines = await Promise.all(Array.from({ length: count }, open))
  free.push(...lines)
  /** A line that was closed while nothing was on it, as a server closes one that is idle for a minute, is opened anew, as a camera does. */
  const anew = async (waiting: Waiting): Promise<void> => {
    const line = await open()
    lines.push(line)
    line.carry(waiting)
  }
  return {
    send: (request) => new Promise((settle, fail) => {
      const line = free.pop()
      if (line === undefined) queue.push({ request, settle })
      else if (line.isOpen()) line.carry({ request, settle })
      else anew({ request, settle }).catch(fail)
    }),
    close: () => lines.forEach((line) => line.close()),
  }
}

interface Line {
  isOpen(): boolean
  carry(waiting: Waiting): void
  close(): void
}

async function openLine(host: string, port: number, isFree: (line: Line) => void): Promise<Line> {
  const socket = connect({ host, port, noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let settle: Waiting['settle'] | undefined
  const line: Line = {
    isOpen: () => socket.writable,
    carry: (waiting) => {
      settle = waiting.settle
      socket.write(waiting.request)
    },
    close: () => socket.destroy(),
  }
  const heard = (status: number): void => {
    const tell = settle
    settle = undefined
    tell?.({ atMs: performance.now(), status })
  }
  onAnswers(socket, (status) => {
    heard(status)
    isFree(line)
  })
  socket.on('error', () => {}).on('close', () => heard(lineBroke))
  return line
}

/** Reads no more of an answer than its status and where it ends. */
function onAnswers(socket: Socket, hear: (status: number) => void): void {
  let held = ''
  socket.setEncoding('latin1').on('data', (text: string) => {
    held += text
    for (let headEnd = held.indexOf('\r\n\r\n'); headEnd !== -1; headEnd = held.indexOf('\r\n\r\n')) {
      const end = headEnd + 4 + Number(/content-length: (\d+)/i.exec(held)?.[1] ?? 0)
      if (held.length < end) return
      const status = Number(held.slice(9, 12))
      held = held.slice(end)
      hear(status)
    }
  })
}

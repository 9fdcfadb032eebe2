import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { latencyOf, type Latency } from './latency.ts'
import { messageCalled } from './message.ts'
import type { Side } from './side.ts'
import { benchCameras, benchKey } from './under-test.ts'

export interface Wanted {
  readonly ratePerSecond: number
  readonly seconds: number
  /** How many lanes' cameras take turns to send. */
  readonly lanes: number
}

export interface Run {
  readonly side: Side['name']
  readonly ratePerSecond: number
  readonly lanes: number
  readonly sent: number
  /** Messages the sender was told are kept. */
  readonly acknowledged: number
  readonly toAnswer: Latency
  readonly toBoard: Latency
  readonly neverShown: number
}

/** How long to wait for the last messages to be shown. */
const settleMs = 8000

/**
 * Sends at a fixed rate whatever the other side does. Every delay counts from the moment the message was due, so that a side which
 * stalls cannot hide it by making the sender wait.
 */
export async function load(side: Side, { ratePerSecond, seconds, lanes }: Wanted): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const dueAtMs = new Map<string, number>()
  const answers: Promise<number | undefined>[] = []
  const startedMs = performance.now()
  for (let index = 0; index < ratePerSecond * seconds; index++) {
    const dueMs = startedMs + (index * 1000) / ratePerSecond
    const aheadMs = dueMs - performance.now()
    if (aheadMs > 1) await pause(aheadMs)
    const id = randomUUID()
    dueAtMs.set(id, dueMs)
    const camera = benchCameras[index % lanes]?.id ?? ''
    answers.push(send(`${side.address}/cameras/${camera}/events`, agent, messageCalled(id)).then((answeredMs) => answeredMs && answeredMs - dueMs))
  }
  const toAnswer = (await Promise.all(answers)).filter((delay) => delay !== undefined)
  await allShown(side, dueAtMs)
  agent.destroy()
  const toBoard = [...dueAtMs].flatMap(([id, dueMs]) => (side.shownAtMs.has(id) ? [(side.shownAtMs.get(id) ?? 0) - dueMs] : []))
  return { side: side.name, ratePerSecond, lanes, sent: dueAtMs.size, acknowledged: toAnswer.length, toAnswer: latencyOf(toAnswer), toBoard: latencyOf(toBoard), neverShown: dueAtMs.size - toBoard.length }
}

async function allShown(side: Side, dueAtMs: ReadonlyMap<string, number>): Promise<void> {
  const untilMs = performance.now() + settleMs
  while (performance.now() < untilMs && ![...dueAtMs.keys()].every((id) => side.shownAtMs.has(id))) await pause(50)
}

function send(url: string, agent: Agent, body: Buffer): Promise<number | undefined> {
  const authorization = `Basic ${Buffer.from(`camera:${benchKey}`).toString('base64')}`
  return new Promise((resolve) => {
    const posting = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': body.length, authorization } }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode === 200 ? performance.now() : undefined))
    })
    posting.on('error', () => resolve(undefined))
    posting.end(body)
  })
}

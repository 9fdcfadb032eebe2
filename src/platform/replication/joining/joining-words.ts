import type { TLSSocket } from 'node:tls'
import { z } from 'zod'
import { joiningBytesMax, joiningTimeoutMs } from '../limits.ts'

/** What a port says when it joins: its secret, where it is reached, and what the centre signs in to its database with. */
export const asked = z.object({
  port: z.string().max(40), secret: z.string().max(200), host: z.string().min(1).max(253), linkPort: z.number().int().min(1).max(65_535), password: z.string().min(16).max(200),
})

/** What the centre answers. */
export const answered = z.union([
  z.object({ name: z.string(), zone: z.string(), password: z.string() }),
  z.object({ refused: z.string() }),
])

/** One line of JSON each way; more than a few kilobytes, or nothing for a while, is not from one of ours. */
export function hearLine(socket: TLSSocket): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => socket.destroy(new Error('nothing was said in time')), joiningTimeoutMs)
    socket.setEncoding('utf8')
    socket.on('data', (words: string) => {
      said += words
      if (said.length > joiningBytesMax) socket.destroy(new Error('too much was said'))
      if (!said.includes('\n')) return
      clearTimeout(timer)
      try {
        resolve(JSON.parse(said))
      } catch (fault) {
        reject(fault)
      }
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(timer)
      reject(new Error('the other end hung up'))
    })
  })
}

export function sayLine(socket: TLSSocket, words: object): void {
  socket.write(`${JSON.stringify(words)}\n`)
}

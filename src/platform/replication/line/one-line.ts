import type { TLSSocket } from 'node:tls'
import { lineBytesMax, lineTimeoutMs } from '../limits.ts'

/** One line of JSON each way; more than a few kilobytes, or nothing for a while, is not from one of ours. */
export function hearLine(socket: TLSSocket): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => socket.destroy(new Error('nothing was said in time')), lineTimeoutMs)
    socket.setEncoding('utf8')
    socket.on('data', (words: string) => {
      said += words
      if (said.length > lineBytesMax) socket.destroy(new Error('too much was said'))
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

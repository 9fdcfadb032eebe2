import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'

/** A screen that follows an address: each line of its stream of server-sent events, with the moment it was here. */
export async function follow(url: string, headers: Readonly<Record<string, string>>, hear: (line: string, atMs: number) => void): Promise<{ close(): void }> {
  const request = get(url, { headers, agent: false })
  const [response] = await once(request, 'response') as [IncomingMessage]
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`)
  let held = ''
  response.setEncoding('utf8').on('data', (text: string) => {
    const atMs = performance.now()
    const lines = (held + text).split('\n')
    held = lines.pop() ?? ''
    for (const line of lines) hear(line, atMs)
  })
  response.on('error', () => {})
  request.on('error', () => {})
  return { close: () => request.destroy() }
}

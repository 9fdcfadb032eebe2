import { randomInt } from 'node:crypto'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { cannotListen } from './open-doors.ts'

/** Throws a sentence about the first port that cannot be opened, before anything has been started. */
export async function refuseTakenPorts(host: string, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const server = await opened(host, port).catch((fault: unknown) => {
      throw cannotListen(host, port, fault)
    })
    await closed(server)
  }
}

/**
 * Below the ports that systems give to connections by themselves (from 32768 on Linux, higher elsewhere), so that a port found free is not
 * given away before it is opened.
 */
const lowest = 20_000
const highest = 32_000

/** So many taken in a row is no chance; then whatever the system gives is better than nothing. */
const triesMax = 50

/** As many free ports as asked for, all different because all are held until the last is found. */
export async function freePorts(host: string, count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => openedAnywhere(host)))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map(closed))
  return ports
}

async function openedAnywhere(host: string): Promise<Server> {
  for (let left = triesMax; left > 0; left -= 1) {
    const server = await opened(host, randomInt(lowest, highest)).catch(() => undefined)
    if (server !== undefined) return server
  }
  return opened(host, 0)
}

function opened(host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen({ host, port, exclusive: true }, () => resolve(server))
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

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

/** As many free ports as asked for, all different because all are held until the last is found. */
export async function freePorts(host: string, count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => opened(host, 0)))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map(closed))
  return ports
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

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { after, describe, test } from 'node:test'
import { noOrders } from './link-control.ts'
import { openRelay } from './relay.ts'

describe('a relay between two sites', async () => {
  const echo = createServer((socket) => socket.on('error', () => {}).pipe(socket))
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
  const { port } = echo.address() as AddressInfo
  const relay = await openRelay(() => connect({ host: '127.0.0.1', port }))
  after(async () => {
    await relay.close()
    echo.close()
  })

  const asks = (lane: 'alerts' | 'rest'): Socket => connect({ host: '127.0.0.1', port: relay.portOf(lane) }).on('error', () => {})
  const gone = (socket: Socket): Promise<void> => new Promise((resolve) => socket.on('close', () => resolve()))
  const answers = async (socket: Socket): Promise<string> => {
    socket.write('hello')
    const [heard] = (await once(socket, 'data')) as [Buffer]
    return heard.toString()
  }

  test('carries bytes both ways, each lane by a door of its own', async () => {
    const [alerts, rest] = [asks('alerts'), asks('rest')]
    assert.deepEqual([await answers(alerts), await answers(rest)], ['hello', 'hello'])
    assert.notEqual(relay.portOf('alerts'), relay.portOf('rest'))
    alerts.destroy()
    rest.destroy()
  })

  test('cuts one lane and leaves the other alone', async () => {
    const [alerts, rest] = [asks('alerts'), asks('rest')]
    await Promise.all([answers(alerts), answers(rest)])
    relay.obey({ ...noOrders, cut: ['rest'] })
    await gone(rest)
    assert.equal(await answers(alerts), 'hello')
    await gone(asks('rest'))
    relay.obey(noOrders)
    const again = asks('rest')
    assert.equal(await answers(again), 'hello')
    again.destroy()
    alerts.destroy()
  })

  test('resets connections once, and takes new ones at once', async () => {
    const socket = asks('alerts')
    await answers(socket)
    relay.obey({ ...noOrders, resets: 1 })
    await gone(socket)
    const next = asks('alerts')
    assert.equal(await answers(next), 'hello')
    next.destroy()
  })
})

import { openPeer } from './peer.ts'
import { openUnderTest } from './under-test.ts'

/** Runs one side in a process of its own, so that whoever measures does not slow what is measured. */
const [side, databaseUrl = '', folder = ''] = process.argv.slice(2)
const { app, close } = side === 'peer' ? await openPeer(databaseUrl) : await openUnderTest(databaseUrl, folder)
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ address })
process.on('message', () => void close().then(() => process.disconnect?.()))

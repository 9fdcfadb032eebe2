import { openBatchedPeer } from './batched-peer.ts'
import { openPeer } from './peer.ts'
import type { SideName, Word } from './side.ts'
import { openProven, openUnderTest, type Opened } from './under-test.ts'

const sides: Readonly<Record<SideName, (databaseUrl: string, folder: string) => Promise<Opened>>> = { 'juxta': openUnderTest, 'juxta-proven': openProven, 'peer': openPeer, 'batched-peer': openBatchedPeer }

/** Runs one side in a process of its own, so that whoever measures does not slow what is measured. */
const [side = 'juxta', databaseUrl = '', folder = ''] = process.argv.slice(2)
const { app, session, close } = await sides[side as SideName](databaseUrl, folder)
const word: Word = { address: await app.listen({ port: 0, host: '127.0.0.1' }), ...(session === undefined ? {} : { session }) }
process.send?.(word)
process.on('message', () => void close().then(() => process.disconnect?.()))

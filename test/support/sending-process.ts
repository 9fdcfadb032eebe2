import { connect } from '#platform/database'
import { systemClock } from '#platform/clock'
import { allowedTargets, sender } from '#platform/outgoing'
import { keyFromSeed } from '../../src/border/release/message/sign.feed.ts'
import { sendDue } from '../../src/border/release/outbox/send-due.feed.ts'

/** Sends what is due until somebody kills it: `DATABASE SEED ORIGIN`. */
const [url = '', seed = '', origin = ''] = process.argv.slice(2)
const { db } = connect(url)
const outbox = { db, clock: systemClock, keys: { key: keyFromSeed(Buffer.from(seed, 'hex')) }, tellKeyAgainAt: new Map(), send: sender(allowedTargets(origin), { timeoutMs: 2000, answerMaxBytes: 65_536 }) }
process.stdout.write('sending\n')
for (;;) await sendDue(outbox)

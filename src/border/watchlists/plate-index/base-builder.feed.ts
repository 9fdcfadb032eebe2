import { parentPort } from 'node:worker_threads'
import { buildBase, type BaseOrder } from './build-base.ts'

/** A thread of its own in which one base is built. Plates come and bases go in shared memory: nothing is copied. */
parentPort?.once('message', (order: BaseOrder) => parentPort?.postMessage(buildBase(order)))

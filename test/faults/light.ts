import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as othersFirst, setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { openTestDatabase } from '#test/database'
import { demoCameras } from '../../src/app/traffic/demo-cameras.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'
import { freePorts } from '../../src/app/taken-ports.ts'
import { enrolCameras } from '../../src/border/arrivals/camera/enrol-cameras.feed.ts'
import { until } from '../multi-site/sites.ts'
import { aPlate, startCameras, vehiclesFrom, type CameraClient } from './camera-client.ts'
import { judge, type Verdict } from './judge.ts'
import { mutants } from './mutants.ts'
import { listIn, officer, preloading } from './world.ts'

export interface LightPlan {
  readonly seed: number
  readonly times: number
  readonly mutant?: string
  /** Whoever kills the port cuts its disk's power too. */
  readonly powerCut?: boolean
}

const program = fileURLToPath(new URL('./light-port.ts', import.meta.url))
const perSecond = 80
const listedEvery = 4
const listedPlates = 160

/** One port's intake, killed so many times under load and judged as the whole is; with a mutant, to see that the judge would notice. */
export async function lightBattery({ seed, times, mutant, powerCut = false }: LightPlan): Promise<Verdict> {
  const random = seededRandom(seed)
  const folder = await mkdtemp(join(tmpdir(), 'juxta-light-'))
  const { db, url, drop, pool } = await openTestDatabase()
  const [port = 0] = await freePorts('127.0.0.1', 1)
  await enrolCameras(db, officer('calais'), demoCameras('calais').map(({ end: faces, ...camera }) => ({ ...camera, faces })))
  const listed = Array.from({ length: listedPlates }, () => aPlate(random))
  await listIn(db, listed)
  const modules = [...(powerCut ? ['./power-cut.ts'] : []), ...(mutant === undefined ? [] : ['./mutant.ts'])].map((path) => new URL(path, import.meta.url).href)
  const env = { ...process.env, ...preloading(modules), FAULTS_PORT: String(port), FAULTS_MUTANT: mutant ?? '' }
  const start = async (): Promise<ChildProcess> => {
    const child = fork(program, [url, folder], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('The port did not start')))])
    return child
  }
  let child = await start()
  const recordFile = join(folder, 'cameras.jsonl')
  const cameras = startCameras({ address: `http://127.0.0.1:${port}`, recordFile, random: seededRandom(seed + 1), perSecond, vehicles: vehiclesFrom(seededRandom(seed + 2), listed, listedEvery) })
  try {
    for (let time = 0; time < times; time += 1) {
      await pause(random.whole(300, 900))
      await nextAnswer(cameras)
      child.kill('SIGKILL')
      child = await start()
    }
    await cameras.finish()
    await settled(pool)
    return await judge({ recordFile, portUrl: url, centreUrl: url })
  } finally {
    cameras.abandon()
    child.kill('SIGKILL')
    await drop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** What was promised a moment ago is the hardest to keep. */
async function nextAnswer({ counted }: CameraClient): Promise<void> {
  const before = counted.acknowledged
  while (counted.acknowledged === before) await othersFirst()
}

/** Until nothing is added for a second and a half; what is then missing stays missing. */
async function settled(pool: pg.Pool): Promise<void> {
  let before = ''
  let steady = 0
  await until('nothing is added any more', async () => {
    const { rows: [row] } = await pool.query<{ now: string }>("select concat_ws(' ', (select count(*) from arrivals.plate_read), (select count(*) from arrivals.hit), (select count(*) from arrivals.unfollowed_batch)) as now")
    steady = row?.now === before ? steady + 1 : 0
    before = row?.now ?? ''
    return steady >= 30
  })
}

export const mutantNames: readonly string[] = Object.keys(mutants)

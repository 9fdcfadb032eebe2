import { glob, mkdtemp, chmod, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { kept, startTestCluster, type TestCluster } from './support/cluster.ts'
import { slowestFiles } from './support/slowest-files.ts'

/** Runs the tests in the files or folders named, or all of them, on one PostgreSQL server of their own. */
const named = process.argv.slice(2)
const flags = named.filter((argument) => argument.startsWith('-'))
const places = named.filter((argument) => !argument.startsWith('-'))

/** Tests wait for databases, browsers and each other's processes about a third of their time, so two cores carry three files. */
const filesAtOnce = 3

/** No file takes a quarter of this on a busy machine; one that is stuck is ended and named, so that the others' results are seen. */
const fileTimeoutMs = 600_000

/** Read before each file's own code. */
const before = new URL('./support/end-when-done.ts', import.meta.url).href

/** The longest come first, so that none of them is left to run alone at the end. */
const begunFirst = ['test/journeys/plate-read', 'test/journeys/every-page', 'test/multi-site/demonstration', 'test/multi-site/cut-and-heal']

/** What one file has compiled, the others and the next run need not. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/juxta/compiled', import.meta.url))

const files = await testFiles(places.length === 0 ? ['src', 'test', 'bench'] : places)
if (files.length === 0) {
  console.error(`No test file found in ${places.join(', ')}`)
  process.exit(1)
}
const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopped.abort())
process.exitCode = await runOnCluster()

async function testFiles(where: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const place of where) {
    if ((await stat(place)).isFile()) found.push(place)
    else for await (const file of glob('**/*.test.ts', { cwd: place })) found.push(join(place, file))
  }
  const isFirst = (file: string): boolean => begunFirst.some((start) => file.startsWith(start))
  const first = begunFirst.flatMap((start) => found.filter((file) => file.startsWith(start)))
  return [...first, ...found.filter((file) => !isFirst(file)).sort()]
}

/** Whatever a test leaves in the temporary folder goes with the run, also when the test failed or was cut off. */
async function runOnCluster(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-run-'))
  // As root, PostgreSQL runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const cluster = await startTestCluster()
  try {
    return await runAll(cluster, folder)
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
}

async function runAll({ url, template }: TestCluster, folder: string): Promise<number> {
  const environment = { ...process.env, JUXTA_TEST_SERVER: url, JUXTA_TEST_TEMPLATE: template, JUXTA_TEST_KEPT: kept, TMPDIR: folder, NODE_COMPILE_CACHE: compiled }
  const events = run({ files: [...files], concurrency: filesAtOnce, timeout: fileTimeoutMs, execArgv: ['--import', before, ...flags], env: environment, signal: stopped.signal })
  const slowest = slowestFiles(events)
  let failed = 0
  events.on('test:fail', () => void (failed += 1))
  for await (const words of events.compose(spec)) process.stdout.write(words)
  process.stdout.write(slowest())
  return failed === 0 && !stopped.signal.aborted ? 0 : 1
}

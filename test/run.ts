import { spawn } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { startTestCluster } from './support/cluster.ts'

/** Runs the tests in the files or folders named, or all of them, on one PostgreSQL server of their own. */
const named = process.argv.slice(2)
const flags = named.filter((argument) => argument.startsWith('-'))
const places = named.filter((argument) => !argument.startsWith('-'))

const files = await testFiles(places.length === 0 ? ['src', 'test', 'bench'] : places)
if (files.length === 0) {
  console.error(`No test file found in ${places.join(', ')}`)
  process.exit(1)
}
process.exitCode = await runOn(files)

async function testFiles(where: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const place of where) {
    if ((await stat(place)).isFile()) found.push(place)
    else for await (const file of glob('**/*.test.ts', { cwd: place })) found.push(join(place, file))
  }
  return found.sort()
}

async function runOn(paths: readonly string[]): Promise<number> {
  const cluster = await startTestCluster()
  try {
    return await node(['--test', '--test-reporter=spec', ...flags, ...paths], {
      JUXTA_TEST_SERVER: cluster.url,
      JUXTA_TEST_TEMPLATE: cluster.template,
    })
  } finally {
    await cluster.stop()
  }
}

async function node(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  // Ctrl-C reaches the child by itself; we stay to stop the server after it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)))
}

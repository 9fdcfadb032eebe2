#!/usr/bin/env node
// Runs on any Node from 20, and hands over to the Node that comes with the package, whose version the program is written for.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wanted = 26
const program = fileURLToPath(new URL('../src/app/cli.ts', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= wanted) {
  process.argv.splice(1, 1, program)
  await import('../src/app/cli.ts')
} else {
  handOver(nodeOfThePackage())
}

function nodeOfThePackage() {
  const require = createRequire(import.meta.url)
  try {
    const folder = dirname(require.resolve('node/package.json'))
    return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return ''
  }
}

function handOver(node) {
  if (!existsSync(node)) {
    console.error(`Juxta runs on Node ${wanted}, which npm should have installed with it and did not: run "npm install", then "npm rebuild node", or start this command with Node ${wanted}.`)
    process.exit(1)
  }
  const child = spawn(node, [program, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (fault) => {
    console.error(`Juxta could not start ${node}: ${fault.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
}

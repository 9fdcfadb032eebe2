import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { letterFonts } from './fonts.ts'
import { lettersRemembered } from './limits.ts'
import type { Print, Printed, PrintOrder } from './print-order.ts'

const workspace = import.meta.dirname

// Layouts can read no file outside this folder, and no package: a document is made from its own input and pictures alone.
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: letterFonts() }] })

function print(order: PrintOrder): Print {
  const paths = Object.entries(order.files).map(([path, bytes]) => {
    const lent = join(workspace, path)
    compiler.mapShadow(lent, Buffer.from(bytes))
    return lent
  })
  try {
    return compile(order)
  } finally {
    for (const lent of paths) compiler.unmapShadow(lent)
  }
}

function compile({ source, input, writtenAtSeconds }: PrintOrder): Print {
  const compiled = compiler.compile({ mainFileContent: source, inputs: { input } })
  const { result } = compiled
  if (result === null) throw new Error(`The layout does not compile: ${faults(compiled.takeDiagnostics())}`)
  const pdf = compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: writtenAtSeconds })
  compiler.evictCache(lettersRemembered)
  return { pdf, pages: result.numOfPages }
}

function faults(diagnostics: NodeError | null): string {
  return JSON.stringify(diagnostics?.shortDiagnostics ?? [])
}

parentPort?.on('message', (order: PrintOrder) => {
  try {
    answer({ id: order.id, ...print(order) })
  } catch (fault) {
    answer({ id: order.id, fault: fault instanceof Error ? fault.message : JSON.stringify(fault) })
  }
})

function answer(printed: Printed): void {
  parentPort?.postMessage(printed)
}

import { parentPort } from 'node:worker_threads'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { letterFonts } from './fonts.ts'
import { lettersRemembered } from './limits.ts'
import type { Printed, PrintOrder } from './print-order.ts'

// Layouts can read no file outside this folder, and no package: every letter is made from its own input alone.
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: letterFonts() }] })

function print({ source, input, writtenAtSeconds }: PrintOrder): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: source, inputs: { input } })
  const { result } = compiled
  if (result === null) throw new Error(`The layout does not compile: ${faults(compiled.takeDiagnostics())}`)
  const pdf = compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp: writtenAtSeconds })
  compiler.evictCache(lettersRemembered)
  return pdf
}

function faults(diagnostics: NodeError | null): string {
  return JSON.stringify(diagnostics?.shortDiagnostics ?? [])
}

parentPort?.on('message', (order: PrintOrder) => {
  try {
    answer({ id: order.id, pdf: print(order) })
  } catch (fault) {
    answer({ id: order.id, fault: fault instanceof Error ? fault.message : JSON.stringify(fault) })
  }
})

function answer(printed: Printed): void {
  parentPort?.postMessage(printed)
}

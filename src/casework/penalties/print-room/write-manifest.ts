import { csv } from '../case/csv.ts'
import type { BatchMade } from './print-batch.ts'

/** The list that goes with a batch: what is in it, in order, and the hash of each file. It names nobody. */
export function writeManifest({ number, letters }: Pick<BatchMade, 'number' | 'letters'>): Uint8Array {
  const rows = letters.map(({ reference, dispatchId, sha256 }, at) => [number, at + 1, letters.length, fileOf(at, dispatchId), reference, sha256])
  return new TextEncoder().encode(csv(['batch', 'place', 'of', 'file', 'reference', 'sha256'], rows))
}

/** Files sort as they are to lie in the tray. */
export function fileOf(at: number, dispatchId: string): string {
  return `${String(at + 1).padStart(3, '0')}-${dispatchId}.pdf`
}

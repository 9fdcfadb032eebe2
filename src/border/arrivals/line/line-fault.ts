import type { LineReason } from './line.ts'

/** Why a line ended; it is tried again. */
export class LineFault extends Error {
  readonly reason: LineReason

  constructor(reason: LineReason, detail: string) {
    super(detail)
    this.name = 'LineFault'
    this.reason = reason
  }
}

import type { Capacity } from '../assessment.ts'

/** For a detached trailer the regulations read "operator" for "driver". */
export function drives({ capacity }: { readonly capacity: Capacity }): boolean {
  return capacity === 'driver' || capacity === 'operator'
}

import type { Column } from '#platform/documents'

export function fit(head: string): Column {
  return { head, width: 'fit', isAmount: false }
}

export function fill(head: string): Column {
  return { head, width: 'fill', isAmount: false }
}

export function amount(head: string): Column {
  return { head, width: 'fit', isAmount: true }
}

type Cell = string | number

/** Rows under their heads, each column as wide as its widest cell. The first `left` columns, and whole rows that are shorter than the head, are set to the left. */
export function aligned(head: readonly string[], rows: readonly (readonly Cell[])[], left = 0): string {
  const lines = [head, ...rows].map((row) => row.map(String))
  const whole = lines.filter(({ length }) => length === head.length)
  const widths = head.map((_, column) => Math.max(...(column === 0 ? lines : whole).map((line) => line[column]?.length ?? 0)))
  return lines.map((line) => line.map((cell, column) => {
    const width = widths[column] ?? 0
    return column < left || line.length < head.length ? cell.padEnd(width) : cell.padStart(width)
  }).join('  ')).join('\n')
}

/** One line of two texts beside each other: in both, or in one of them only. */
export interface ComparedLine {
  readonly one: string | null
  readonly other: string | null
}

/**
 * Two texts line by line, the longest run of lines they share kept side by side. A line that was changed stands in both
 * columns of one row; what differs only in spaces or capitals counts as the same.
 */
export function compareLines(one: string, other: string): readonly ComparedLine[] {
  const [left, right] = [linesOf(one), linesOf(other)]
  const shared = sharedAfter(left, right)
  const rows: ComparedLine[] = []
  let [l, r] = [0, 0]
  while (l < left.length || r < right.length) {
    if (l < left.length && r < right.length && same(left[l], right[r])) rows.push({ one: left[l++] ?? null, other: right[r++] ?? null })
    else if (r >= right.length || (l < left.length && at(shared, l + 1, r) >= at(shared, l, r + 1))) rows.push({ one: left[l++] ?? null, other: null })
    else rows.push({ one: null, other: right[r++] ?? null })
  }
  return besideEachOther(rows)
}

export function isDifferent({ one, other }: ComparedLine): boolean {
  return one === null || other === null || !same(one, other)
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
}

function same(one: string | undefined, other: string | undefined): boolean {
  return folded(one) === folded(other)
}

function folded(line: string | undefined): string {
  return (line ?? '').replace(/\s+/g, ' ').toLowerCase()
}

/** How many lines the rests of both texts share, for each pair of places: filled from the end. */
function sharedAfter(left: readonly string[], right: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: left.length + 1 }, () => Array.from({ length: right.length + 1 }, () => 0))
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      const row = table[l]
      if (row !== undefined) row[r] = same(left[l], right[r]) ? at(table, l + 1, r + 1) + 1 : Math.max(at(table, l + 1, r), at(table, l, r + 1))
    }
  }
  return table
}

function at(table: readonly (readonly number[])[], l: number, r: number): number {
  return table[l]?.[r] ?? 0
}

/** Lines left out and lines put in at the same place are shown beside each other, as one change. */
function besideEachOther(rows: readonly ComparedLine[]): readonly ComparedLine[] {
  const joined: ComparedLine[] = []
  let gone: string[] = []
  let come: string[] = []
  const settle = () => {
    for (let place = 0; place < Math.max(gone.length, come.length); place++) joined.push({ one: gone[place] ?? null, other: come[place] ?? null })
    gone = []
    come = []
  }
  for (const row of rows) {
    if (row.one !== null && row.other !== null) {
      settle()
      joined.push(row)
    } else if (row.one !== null) gone.push(row.one)
    else if (row.other !== null) come.push(row.other)
  }
  settle()
  return joined
}

/** Rows of a CSV text as RFC 4180 has them: a quoted field may hold commas, line breaks and doubled quotes. A quote left open ends with the text. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const { value, ending } of fieldsOf(text)) {
    rows.at(-1)?.push(value)
    if (ending === 'line') rows.push([])
  }
  return rows.filter((row) => row.some((field) => field.trim() !== ''))
}

function* fieldsOf(text: string): Generator<{ readonly value: string; readonly ending: 'field' | 'line' }> {
  // One pass from left to right: each field ends where the next begins, so the time taken grows with the text and no faster.
  const pattern = /(?:"((?:[^"]|"")*)"?|([^,\r\n]*))[^,\r\n]*(,|\r?\n|\r|$)/y
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text)
    if (found === null) return
    const [, quoted, plain = '', end] = found
    yield { value: quoted?.replaceAll('""', '"') ?? plain, ending: end === ',' ? 'field' : 'line' }
  }
}

/** Rows as RFC 4180 text. A cell that a spreadsheet would run as a formula is written as text. */
export function csv(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(content: string | number): string {
  if (typeof content === 'number') return String(content)
  const harmless = /^[=+\-@\t\r]/.test(content) ? `'${content}` : content
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

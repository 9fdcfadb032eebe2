/**
 * JSON that was cut off, closed after its last whole member; undefined when nothing is left. Recorders are known to cut events in the middle
 * (rroller/dahua #404, #504): the members before the cut are whole, and one of them may be the plate.
 */
export function mendedJson(text: string): string | undefined {
  let whole: { readonly end: number; readonly closers: string } | undefined
  let closers = ''
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (inText) {
      if (character === '\\') at++
      else if (character === '"') inText = false
      continue
    }
    if (character === '"') inText = true
    else if (character === '{' || character === '[') closers = (character === '{' ? '}' : ']') + closers
    else if (character === ',') whole = { end: at, closers }
    else if (character === '}' || character === ']') {
      if (closers[0] !== character) return undefined
      closers = closers.slice(1)
      whole = { end: at + 1, closers }
    }
  }
  return whole === undefined ? undefined : text.slice(0, whole.end) + whole.closers
}

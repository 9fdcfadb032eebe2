import type { StateWords } from '../case/words.ts'

interface Looked {
  readonly found: 'clean' | 'infected' | 'failed'
  readonly detail: string
  readonly definitions: string
}

/** What is known of a file, in words; that nobody has looked is said as plainly as that something was found. */
export function scanInWords(scan: Looked | undefined): StateWords & { readonly more: string } {
  if (scan === undefined) return { word: 'Not scanned', kind: 'waiting', more: 'No virus scanner has looked at it. It is handed out as a file to keep, and runs nothing here.' }
  const by = `Looked at by ${scan.definitions}.`
  switch (scan.found) {
    case 'clean': return { word: 'Scanned, nothing found', kind: 'done', more: by }
    case 'infected': return { word: 'Infected', kind: 'stop', more: `${scan.detail}. ${by}` }
    case 'failed': return { word: 'Could not be scanned', kind: 'look', more: `${scan.detail} It is tried again by itself.` }
  }
}

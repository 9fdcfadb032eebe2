declare const plateBrand: unique symbol

/** A vehicle's registration mark folded to A-Z and 0-9, with `#` where a reader could not make out a character. */
export type Plate = string & { readonly [plateBrand]: true }

/** Greek and Cyrillic capitals that look like Latin ones: cameras set to the wrong alphabet send them (anpr.md 2.2). */
const homoglyphs: Readonly<Record<string, string>> = {
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X',
  А: 'A', В: 'B', Е: 'E', З: '3', І: 'I', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X',
}

/** Folds what a camera or a person wrote into the form plates are compared in; empty when nothing is left. */
export function plate(asWritten: string): Plate {
  // Nearly every plate a camera sends is written so already, and folding one costs as much as understanding its message.
  if (/^[A-Z0-9#]*$/.test(asWritten)) return asWritten as Plate
  const upper = asWritten.normalize('NFKC').toUpperCase()
  const latin = [...upper].map((character) => homoglyphs[character] ?? character).join('')
  const bare = latin.normalize('NFD').replace(/\p{Diacritic}/gu, '')
  return bare.replaceAll('?', '#').replace(/[^A-Z0-9#]/g, '') as Plate
}

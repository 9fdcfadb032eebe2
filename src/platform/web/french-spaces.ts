/** French sets a space before these marks, and never begins a line with them. Texts are typed with a plain space, which a line could break at. */
export function withFrenchSpaces(text: string): string {
  return text.replaceAll(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0')
}

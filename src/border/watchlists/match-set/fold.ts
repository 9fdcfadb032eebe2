/** Characters that readers take for one another (anpr.md 4.1); the first stands for its class. */
const classes = ['0ODQ', '1IL', '2Z', '5S', '8B', '6G', 'UV'] as const

const standsFor: ReadonlyMap<string, string> = new Map(classes.flatMap((members) => [...members].map((member) => [member, members.charAt(0)])))
const sizes: ReadonlyMap<string, number> = new Map(classes.flatMap((members) => [...members].map((member) => [member, members.length])))

/** The plate with each character replaced by its class, so that any number of confusions give the same text. */
export function fold(plate: string): string {
  let folded = ''
  for (const character of plate) folded += standsFor.get(character) ?? character
  return folded
}

export function confusable(one: string, other: string): boolean {
  const standing = standsFor.get(one)
  return standing !== undefined && standing === standsFor.get(other)
}

/** How many others a character may be taken for; 0 for one that has no double. */
export function doublesOf(character: string): number {
  return (sizes.get(character) ?? 1) - 1
}

/** The text and every text that is one character shorter: two plates one edit apart always share one of these. */
export function withDeletions(text: string): ReadonlySet<string> {
  const keys = new Set([text])
  for (let at = 0; at < text.length; at += 1) keys.add(text.slice(0, at) + text.slice(at + 1))
  return keys
}

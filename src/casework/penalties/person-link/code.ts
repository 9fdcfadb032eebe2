/** Letters and figures that nobody takes for one another on paper: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const bitsEach = 5

/** Sixteen characters carry 80 bits: nobody finds one by trying, so nobody has to be locked out for mistyping. */
export const codeBytes = 10

/** Bytes as a code in groups of four, as a letter prints it and a person types it. */
export function codeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const characters = (bits.match(new RegExp(`.{${bitsEach}}`, 'g')) ?? []).map((five) => alphabet[parseInt(five, 2)])
  return inGroups(characters.join(''))
}

const lookAlike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** What somebody typed as the code they meant: small letters, missing dashes and O for nought are forgiven. Undefined for what is no code. */
export function codeAsTyped(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/[OIL]/g, (character) => lookAlike[character] ?? character)
  return plain.length === (codeBytes * 8) / bitsEach && [...plain].every((character) => alphabet.includes(character)) ? inGroups(plain) : undefined
}

function inGroups(characters: string): string {
  return (characters.match(/.{4}/g) ?? []).join('-')
}

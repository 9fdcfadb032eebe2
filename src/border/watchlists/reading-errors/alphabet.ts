/** What a plate is written in, in the order of the tables of an error model; the last stands for a character that nobody knows. */
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#'

export const symbols = alphabet.length

/** `#`: not read by the camera, or not known to the list. */
export const unknown = symbols - 1

/** The place of each character of ASCII in the alphabet; what is not in it counts as unknown. */
const places = Uint8Array.from({ length: 128 }, (_, code) => {
  const place = alphabet.indexOf(String.fromCharCode(code))
  return place < 0 ? unknown : place
})

export function placeOf(charCode: number): number {
  return places[charCode] ?? unknown
}

/** The plate as places in the alphabet, which is how the tables are asked. */
export function placesOf(plate: string): Uint8Array {
  const all = new Uint8Array(plate.length)
  for (let at = 0; at < plate.length; at += 1) all[at] = placeOf(plate.charCodeAt(at))
  return all
}

/** The load is spread as a thousand reads a second would be: over many lanes, each seeing some tens of lorries a second at most. */
export const benchCameras = Array.from({ length: 48 }, (_, index) => ({ id: `calais-${index + 1}-front`, lane: String(index + 1) }))
export const benchKey = 'the key of every bench camera'

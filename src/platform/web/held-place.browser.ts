/** How long after a finger or pointer last moved over a card that card still counts as being aimed at. */
const aimedForMs = 2_500

let aimedAt: Element | undefined
let aimedUntilMs = 0

function remember({ target }: PointerEvent): void {
  if (!(target instanceof Element)) return
  aimedAt = target.closest('[data-live] [id]') ?? undefined
  aimedUntilMs = performance.now() + aimedForMs
}

export function watchPointer(): void {
  for (const kind of ['pointerdown', 'pointermove'] as const) document.addEventListener(kind, remember, { passive: true })
}

/** The card that somebody is on: it holds the focus, or a finger is over it. */
function held(): Element | undefined {
  const focused = document.activeElement?.closest('[data-live] [id]')
  if (focused) return focused
  return performance.now() < aimedUntilMs && aimedAt?.isConnected ? aimedAt : undefined
}

/** Makes a change while whatever somebody is on stays where it is on the glass. */
export function holdingStill(change: () => void): void {
  const id = held()?.id
  const before = id === undefined ? undefined : document.getElementById(id)?.getBoundingClientRect().top
  change()
  const after = id === undefined ? undefined : document.getElementById(id)?.getBoundingClientRect().top
  if (before === undefined || after === undefined || after === before) return
  makeRoomToScroll(after - before)
  window.scrollBy({ top: after - before, behavior: 'instant' })
}

/** A short page cannot scroll, so it is made longer by exactly what is missing. */
function makeRoomToScroll(byPx: number): void {
  const room = document.documentElement.scrollHeight - window.innerHeight - window.scrollY
  if (byPx > room) document.body.style.setProperty('padding-bottom', `${Math.ceil(byPx - room)}px`)
}

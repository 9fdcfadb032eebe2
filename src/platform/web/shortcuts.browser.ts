/** Keys are an addition: each does what a link or button on the page does, and none acts while somebody types. */
export function startShortcuts(): void {
  let awaitingPlace = false
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (awaitingPlace && /^[1-9]$/.test(event.key)) goToPlace(Number(event.key))
    awaitingPlace = event.key === 'g'
    const act = acts[event.key]
    if (act?.() === true) event.preventDefault()
  })
}

const acts: Readonly<Record<string, () => boolean>> = {
  '?': showShortcuts,
  '/': () => focusOn('[data-search], input[type=search]'),
  j: () => step(1),
  k: () => step(-1),
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]')
}

function focusOn(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector)
  field?.focus()
  return field !== null
}

function goToPlace(number: number): void {
  document.querySelectorAll<HTMLAnchorElement>('.places__link')[number - 1]?.click()
}

/** Moves among the acts of the page's cards, or the first links of its rows. */
function step(by: 1 | -1): boolean {
  const stops = [...document.querySelectorAll<HTMLElement>('.hit-card .big-act, [data-row] a, tbody tr > :first-child a')]
  const here = stops.findIndex((stop) => stop.closest('.hit-card, tr, [data-row]')?.contains(document.activeElement))
  const next = stops[here === -1 ? (by === 1 ? 0 : stops.length - 1) : here + by]
  next?.focus()
  return next !== undefined
}

function showShortcuts(): boolean {
  const dialog = document.querySelector<HTMLDialogElement>('#shortcuts')
  dialog?.showModal()
  return dialog !== null
}

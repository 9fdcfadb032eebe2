/** The clock on the wall of an open search: whole minutes, as the server counts them. */
const elapsed = document.querySelector<HTMLElement>('[data-elapsed-since]')
if (elapsed !== null) {
  const since = new Date(elapsed.dataset['elapsedSince'] ?? '').getTime()
  setInterval(() => (elapsed.textContent = `${Math.floor((Date.now() - since) / 60_000)} min`), 15_000)
}

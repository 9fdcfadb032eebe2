/** Shows what a setting would come to while it is being typed. Without scripts the button does the same. */
const pauseMs = 400

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-tries]')) {
  const id = form.dataset['tries'] ?? ''
  let waiting: number | undefined
  let newest = 0
  const tryIt = async (): Promise<void> => {
    const mine = (newest += 1)
    const asked = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (name !== 'because' && typeof value === 'string') asked.set(name, value)
    const answer = await fetch(`${location.pathname}?${asked.toString()}`, { headers: { accept: 'text/html' } })
    if (!answer.ok || mine !== newest) return
    const shown = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id)
    if (shown !== null) document.getElementById(id)?.replaceWith(shown)
  }
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'because') return
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void tryIt(), pauseMs)
  })
}

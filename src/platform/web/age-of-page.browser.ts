/** The server speaks every ten seconds; after two and a half silences the link counts as cut. */
const silenceMs = 25_000

let silent = 0

/** The server spoke: the page is as true as that moment. */
export function heard(at: string): void {
  window.clearTimeout(silent)
  silent = window.setTimeout(lost, silenceMs)
  for (const age of document.querySelectorAll<HTMLElement>('[data-age]')) {
    age.classList.remove('age--lost')
    age.querySelector('[data-age-lost]')?.setAttribute('hidden', '')
    const time = age.querySelector<HTMLTimeElement>('[data-age-time]')
    if (time) {
      time.dateTime = at
      time.textContent = clockTime(at, time.dataset['zone'])
    }
  }
}

export function lost(): void {
  for (const age of document.querySelectorAll('[data-age]')) {
    age.classList.add('age--lost')
    age.querySelector('[data-age-lost]')?.removeAttribute('hidden')
  }
}

function clockTime(at: string, zone = 'Europe/Paris'): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'medium' }).format(Date.parse(at))
}

/** Counts on the `data-since` moments between two drawings. */
export function watchAge(): void {
  window.setInterval(() => {
    for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-since]')) time.textContent = sinceThen(time.dateTime)
  }, 1_000)
}

function sinceThen(at: string): string {
  const seconds = Math.max(0, Math.floor((performance.timeOrigin + performance.now() - Date.parse(at)) / 1000))
  if (seconds < 120) return `${seconds} s`
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`
}

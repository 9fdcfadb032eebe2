/** One terminal's choice stays with it: whether anybody minds a sound depends on the booth, not on the officer. */
const remembered = 'juxta-sound-for-stop'

const stops = '.hit-card--stop, .port-hit--stop'

/** Two tones, the second lower, so that it is told from the chimes of the lane's own equipment; under a second. */
const tones = [{ hertz: 880, fromSeconds: 0 }, { hertz: 587, fromSeconds: 0.28 }]
const toneSeconds = 0.24
const loudness = 0.35

const offer = document.querySelector<HTMLElement>('[data-stop-sound]')
const box = offer?.querySelector('input')
if (offer && box) offerSound(offer, box)

/** Sounds once for each vehicle to be stopped that comes onto the board, where somebody here has asked for it. The card says the same to the eye. */
function offerSound(offer: HTMLElement, box: HTMLInputElement): void {
  const waits = offer.querySelector<HTMLElement>('[data-stop-sound-waits]')
  const known = new Set(stopsShown())
  let audio: AudioContext | undefined
  const tellWhetherHeard = (): void => void waits?.toggleAttribute('hidden', !box.checked || audio?.state === 'running')
  // A browser lets a page be heard only after somebody has touched it.
  const wake = async (): Promise<void> => {
    if (!box.checked) return
    audio ??= new AudioContext()
    if (audio.state !== 'running') await audio.resume()
    tellWhetherHeard()
  }
  // Where it cannot be heard yet it is left out: a tone that comes minutes late would be taken for another vehicle.
  const sound = (): void => {
    if (box.checked && audio?.state === 'running') play(audio)
  }

  box.checked = chosen() === 'on'
  offer.hidden = false
  tellWhetherHeard()
  box.addEventListener('change', () => {
    choose(box.checked ? 'on' : 'off')
    tellWhetherHeard()
    void wake().then(sound)
  })
  for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, () => void wake())
  new MutationObserver(() => {
    const fresh = stopsShown().filter((id) => !known.has(id))
    for (const id of fresh) known.add(id)
    if (fresh.length > 0) sound()
  }).observe(document.body, { childList: true, subtree: true })
}

/** The ids of the hits on the board that say stop, as a card or as a row that leads to one. */
function stopsShown(): readonly string[] {
  return [...document.querySelectorAll(stops)].map((shown) => (shown.id === '' ? shown.getAttribute('href') ?? '' : shown.id).slice(-36))
}

function play(audio: AudioContext): void {
  for (const { hertz, fromSeconds } of tones) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()]
    const [start, end] = [audio.currentTime + fromSeconds, audio.currentTime + fromSeconds + toneSeconds]
    tone.frequency.value = hertz
    // Led in and out, because a tone that is cut off cracks.
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(loudness, start + 0.02)
    volume.gain.linearRampToValueAtTime(0, end)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(end)
  }
}

/** A terminal may be set up to keep nothing; then the choice lasts as long as the page. */
function chosen(): string | null {
  try {
    return localStorage.getItem(remembered)
  } catch {
    return null
  }
}

function choose(how: 'on' | 'off'): void {
  try {
    localStorage.setItem(remembered, how)
  } catch {
    // Chosen again at the next page.
  }
}

import { heard, lost, watchAge } from './age-of-page.browser.ts'
import { holdingStill, watchPointer } from './held-place.browser.ts'

interface Drawn {
  readonly id: string
  readonly html: string
  readonly into?: string
  readonly at?: 'first' | 'last'
}

/** Follows each `data-live` address and puts what the server draws in place by id. */
export function startLiveRegions(): void {
  const regions = document.querySelectorAll<HTMLElement>('[data-live]')
  if (regions.length === 0) return
  watchPointer()
  watchAge()
  for (const region of regions) follow(region, region.dataset['live'] ?? '')
}

function follow(region: HTMLElement, address: string): void {
  const source = new EventSource(address)
  source.addEventListener('fragment', ({ data }: MessageEvent<string>) => place(region, JSON.parse(data) as Drawn))
  source.addEventListener('gone', ({ data }: MessageEvent<string>) => remove((JSON.parse(data) as { id: string }).id))
  for (const kind of ['settled', 'beat']) source.addEventListener(kind, ({ data }: MessageEvent<string>) => heard((JSON.parse(data) as { at: string }).at))
  source.addEventListener('error', () => {
    lost()
    // A closed source was refused, most often because the session ended: the page itself then says what to do.
    if (source.readyState === EventSource.CLOSED) window.setTimeout(() => window.location.reload(), 10_000)
  })
}

function place(region: HTMLElement, { id, html, into, at }: Drawn): void {
  const old = document.getElementById(id)
  const fresh = elementOf(html)
  if (fresh === undefined || old?.outerHTML === fresh.outerHTML) return
  if (old) holdingStill(() => replaceKeepingFocus(old, fresh))
  else insert(region, fresh, into, at)
}

function insert(region: HTMLElement, fresh: Element, into: string | undefined, at: Drawn['at']): void {
  const list = into === undefined ? region : document.getElementById(into)
  if (list === null) return
  holdingStill(() => (at === 'first' ? list.prepend(fresh) : list.append(fresh)))
  fresh.classList.add('has-arrived')
  if (fresh.getBoundingClientRect().bottom < 0) pointUp(region)
}

function remove(id: string): void {
  holdingStill(() => document.getElementById(id)?.remove())
}

function elementOf(html: string): Element | undefined {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild ?? undefined
}

/** The element that had the focus is found again by its id, its name or where it leads; what stood open stays open. */
function replaceKeepingFocus(old: Element, fresh: Element): void {
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  const open = [...old.querySelectorAll('details')].map((details) => details.open)
  old.replaceWith(fresh)
  fresh.querySelectorAll('details').forEach((details, at) => (details.open = open[at] ?? details.open))
  const again = focused === null ? undefined : candidates(fresh).find((element) => isSame(element, focused))
  again?.focus({ preventScroll: true })
}

function candidates(within: Element): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary, [tabindex]')]
}

function isSame(one: Element, other: Element): boolean {
  const marks = ['id', 'name', 'href', 'value'].map((name) => one.getAttribute(name) === other.getAttribute(name))
  return one.tagName === other.tagName && marks.every(Boolean)
}

/** Says that something new stands above what is on the glass, without moving it. */
function pointUp(region: HTMLElement): void {
  if (document.querySelector('.new-above')) return
  const pill = document.createElement('button')
  pill.className = 'new-above'
  pill.type = 'button'
  pill.textContent = region.dataset['newAbove'] ?? '▲'
  pill.addEventListener('click', () => {
    window.scrollTo({ top: 0 })
    pill.remove()
  })
  document.body.append(pill)
}

import { Button, Checkboxes, ErrorSummary, Radios, SkipLink, createAll } from 'govuk-frontend'
import { startLiveRegions } from './live-region.browser.ts'
import { startShortcuts } from './shortcuts.browser.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [Button, Checkboxes, ErrorSummary, Radios, SkipLink]) createAll(component)
for (const place of document.querySelectorAll<HTMLElement>('.places__link[aria-current]')) bringIntoMiddle(place)
startShortcuts()
startLiveRegions()

/** Only its row is scrolled. `scrollIntoView` would also have the keyboard begin there, past the link that leads to the content. */
function bringIntoMiddle(place: HTMLElement): void {
  const row = place.closest('.places__list')
  if (row === null) return
  const [at, around] = [place.getBoundingClientRect(), row.getBoundingClientRect()]
  row.scrollLeft += at.left + at.width / 2 - (around.left + around.width / 2)
}

import { Button, Checkboxes, ErrorSummary, Radios, SkipLink, createAll } from 'govuk-frontend'
import { startLiveRegions } from './live-region.browser.ts'
import { startShortcuts } from './shortcuts.browser.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [Button, Checkboxes, ErrorSummary, Radios, SkipLink]) createAll(component)
document.querySelector('.places__link[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
startShortcuts()
startLiveRegions()

import type { Wiring } from '#platform/web'
import { alarmPage } from './detection/alarm.page.ts'
import { checkDetectionPage, discardDetectionAction } from './detection/check-detection.page.ts'
import { detectionPage } from './detection/detection.page.ts'
import { detectionsPage } from './detection/detections.page.ts'
import { acknowledgePage, handOverNotePage, noteReceiptPage } from './detection/hand-over-note.page.ts'
import { handOverPage } from './detection/hand-over-people.page.ts'
import { handOversPage } from './detection/hand-overs.page.ts'
import { newDetectionPage } from './detection/new-detection.page.ts'
import { papersPage } from './detection/papers.page.ts'
import { photoFile } from './detection/photo-file.page.ts'
import { photosPage } from './detection/photos.page.ts'
import { scenePage } from './detection/scene.page.ts'
import { vehiclePage } from './detection/vehicle.page.ts'
import { seeDetections, seeHandOvers, seeSearches } from './rights.ts'
import { endSearchPage } from './search/end-search.page.ts'
import { openSearchPage } from './search/open-search.page.ts'
import { recordTechniqueAction, withdrawTechniqueAction } from './search/record-technique.page.ts'
import { searchPage } from './search/search.page.ts'
import { searchesPage } from './search/searches.page.ts'

export const examinations: Wiring = {
  nav: [
    { href: '/searches', en: 'Searches', fr: 'Fouilles', right: seeSearches },
    { href: '/detections', en: 'Detections', fr: 'Découvertes', right: seeDetections },
    { href: '/hand-overs', en: 'Hand-overs', fr: 'Remises', right: seeHandOvers },
  ],
  pages: [
    searchesPage, openSearchPage, searchPage, recordTechniqueAction, withdrawTechniqueAction, endSearchPage,
    detectionsPage, newDetectionPage, alarmPage, vehiclePage, papersPage, photosPage, photoFile, scenePage, checkDetectionPage, discardDetectionAction,
    detectionPage, handOversPage, handOverPage, handOverNotePage, noteReceiptPage, acknowledgePage,
  ],
}
